/** Which routes there are and who may take them: the two lists, the gates before them, the words of a refusal. */
@NullMarked
@NamedInterface("routes")
package io.wubu.access.routes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Who is signed in, and what happened to an account at the doors, told by events. */
@NullMarked
@NamedInterface("identity")
package io.wubu.access.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

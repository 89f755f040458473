/** Papers: what an officer fills in, checked against its own HTML and handed in with its task in one transaction. */
@NullMarked
@NamedInterface("papers")
package io.wubu.flow.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

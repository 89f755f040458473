/** Who may not do a step: 回避, and four eyes. */
@NullMarked
@NamedInterface("duty")
package io.wubu.flow.duty;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

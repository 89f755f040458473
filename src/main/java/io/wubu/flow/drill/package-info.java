/** The engine's side of a drill: what is due fires in order, each job at its own time. */
@NullMarked
@NamedInterface("drill")
package io.wubu.flow.drill;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

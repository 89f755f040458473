/** The superior who is told that a deadline was missed (bpmn/urging.bpmn), and urging by hand (催办). */
@NullMarked
@NamedInterface("urging")
package io.wubu.flow.urging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

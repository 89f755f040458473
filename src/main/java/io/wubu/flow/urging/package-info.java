/** The superior who is told that a deadline was missed: bpmn/urging.bpmn. */
@NullMarked
package io.wubu.flow.urging;

import org.jspecify.annotations.NullMarked;

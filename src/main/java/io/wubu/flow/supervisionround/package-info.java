/** Delegates and papers of bpmn/supervision-round.bpmn. */
@NullMarked
@NamedInterface("supervisionround")
package io.wubu.flow.supervisionround;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

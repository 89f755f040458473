/** Delegates and papers of bpmn/supervision-round.bpmn. */
@NullMarked
package io.wubu.flow.supervisionround;

import org.jspecify.annotations.NullMarked;

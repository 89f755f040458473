/** Delegates and papers of bpmn/supervision-letter.bpmn. */
@NullMarked
package io.wubu.flow.supervisionletter;

import org.jspecify.annotations.NullMarked;

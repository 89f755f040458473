/** Delegates and papers of bpmn/assign.bpmn. */
@NullMarked
package io.wubu.flow.assign;

import org.jspecify.annotations.NullMarked;

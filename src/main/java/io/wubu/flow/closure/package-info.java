/** Delegates and papers of bpmn/closure.bpmn. */
@NullMarked
package io.wubu.flow.closure;

import org.jspecify.annotations.NullMarked;

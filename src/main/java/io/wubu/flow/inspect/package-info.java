/** Delegates and papers of bpmn/inspect.bpmn. */
@NullMarked
package io.wubu.flow.inspect;

import org.jspecify.annotations.NullMarked;

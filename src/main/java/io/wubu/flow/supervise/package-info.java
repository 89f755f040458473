/** Delegates and papers of bpmn/supervise.bpmn. */
@NullMarked
package io.wubu.flow.supervise;

import org.jspecify.annotations.NullMarked;

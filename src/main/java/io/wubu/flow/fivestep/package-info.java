/** Delegates of bpmn/five-step.bpmn, the life of one problem. */
@NullMarked
package io.wubu.flow.fivestep;

import org.jspecify.annotations.NullMarked;

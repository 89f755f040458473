/** Delegates and papers of bpmn/interview.bpmn, the interview of a region. */
@NullMarked
package io.wubu.flow.interview;

import org.jspecify.annotations.NullMarked;

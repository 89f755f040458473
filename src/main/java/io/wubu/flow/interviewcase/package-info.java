/** Delegates and papers of bpmn/interview-case.bpmn, one problem in its region's interview. */
@NullMarked
package io.wubu.flow.interviewcase;

import org.jspecify.annotations.NullMarked;

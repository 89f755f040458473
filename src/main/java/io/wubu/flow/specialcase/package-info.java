/** Delegates and papers of bpmn/special-case.bpmn, one problem in its city's special supervision. */
@NullMarked
package io.wubu.flow.specialcase;

import org.jspecify.annotations.NullMarked;

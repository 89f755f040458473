/** Delegates and papers of bpmn/special-supervision.bpmn, the special supervision of a city. */
@NullMarked
package io.wubu.flow.specialsupervision;

import org.jspecify.annotations.NullMarked;

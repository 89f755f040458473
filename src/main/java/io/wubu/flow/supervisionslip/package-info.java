/** Delegates and papers of bpmn/supervision-slip.bpmn, the three-colour slips of one problem. */
@NullMarked
@NamedInterface("supervisionslip")
package io.wubu.flow.supervisionslip;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

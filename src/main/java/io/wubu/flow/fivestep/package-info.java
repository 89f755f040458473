/** Delegates of bpmn/five-step.bpmn, the life of one problem. */
@NullMarked
@NamedInterface("fivestep")
package io.wubu.flow.fivestep;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

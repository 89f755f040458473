/** Delegates and papers of bpmn/extension.bpmn: one extension a problem, approved twice. */
@NullMarked
@NamedInterface("extension")
package io.wubu.flow.extension;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

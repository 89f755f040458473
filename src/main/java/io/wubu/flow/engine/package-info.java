/** Engine configuration: deployment, tenants, deadlines, reminders and the hand-in of papers. */
@NullMarked
@NamedInterface("engine")
package io.wubu.flow.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** Engine configuration: deployment, tenants, deadlines, reminders and the hand-in of papers. */
@NullMarked
package io.wubu.flow.engine;

import org.jspecify.annotations.NullMarked;

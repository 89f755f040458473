/** Tasklist's lists and counts, answered from a projection of the engine's tasks (docs/adr/0010-worklist.md). */
@NullMarked
package io.wubu.flow.worklist;

import org.jspecify.annotations.NullMarked;

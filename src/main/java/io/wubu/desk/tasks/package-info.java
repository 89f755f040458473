/** A task: its paper, card, draft, limit, ladder and urging. */
@NullMarked
package io.wubu.desk.tasks;

import org.jspecify.annotations.NullMarked;

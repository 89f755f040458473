/** Dates of steps: limits from the tables, timers and tasks that follow them, reminders and the overdue mark. */
@NullMarked
@NamedInterface("dates")
package io.wubu.flow.dates;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

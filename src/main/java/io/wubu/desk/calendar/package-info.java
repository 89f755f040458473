/** The calendar of work, and what time it is. */
@NullMarked
package io.wubu.desk.calendar;

import org.jspecify.annotations.NullMarked;

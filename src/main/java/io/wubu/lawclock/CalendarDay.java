package io.wubu.lawclock;

import java.time.LocalDate;

/**
 * A day that differs from a plain week, as an arrangement names it.
 *
 * @param isWork a shifted working day (调休上班); false is a day off
 * @param name the holiday it belongs to: 国庆节
 */
public record CalendarDay(LocalDate day, boolean isWork, String name) {}

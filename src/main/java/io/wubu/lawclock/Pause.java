package io.wubu.lawclock;

import java.time.LocalDate;

/**
 * A limit stood still (停表): the days after {@code from} up to and including {@code until} are not counted.
 *
 * @param from the day it was stopped
 * @param until the day it went on
 */
public record Pause(LocalDate from, LocalDate until) {

    /** Whether that day is not counted. */
    public boolean covers(LocalDate day) {
        return day.isAfter(from) && !day.isAfter(until);
    }

    /** How many days it lasted. */
    public int days() {
        return (int) (until.toEpochDay() - from.toEpochDay());
    }
}

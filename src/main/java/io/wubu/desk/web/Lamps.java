package io.wubu.desk.web;

import io.wubu.lawclock.LawClock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How a deadline stands now, the same on task cards and in the ledger. */
@Component
public class Lamps {

    private static final int SOON = 3;

    private final LawClock clock;

    Lamps(LawClock clock) {
        this.clock = clock;
    }

    /**
     * What a lamp says.
     *
     * @param daysLeft working days left, negative when overdue; null without a deadline
     * @param colour red overdue, yellow three working days or less, green more, none without a deadline
     */
    public record Lamp(@Nullable Integer daysLeft, String colour) {

        private static final Lamp OFF = new Lamp(null, "none");
    }

    /** The lamp of a problem: its own date while that runs, and red whoever keeps it waiting. */
    public Lamp of(@Nullable Instant due, boolean overdue) {
        var lamp = of(due);
        return overdue ? new Lamp(lamp.daysLeft(), "red") : lamp;
    }

    /** The lamp of a deadline that still runs; out without one. */
    public Lamp of(@Nullable Instant due) {
        if (due == null) {
            return Lamp.OFF;
        }
        var left = clock.calendar().workingDaysBetween(clock.today(), clock.dateOf(due));
        return new Lamp(left, due.isBefore(clock.now()) ? "red" : left <= SOON ? "yellow" : "green");
    }
}

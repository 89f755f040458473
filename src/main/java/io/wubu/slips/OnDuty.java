package io.wubu.slips;

import io.wubu.lawclock.LawClock;
import io.wubu.shared.ClockConfiguration;
import java.time.Instant;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** When an office can act on something: the same moment on a working day, else the opening of the next one. */
@Component
public class OnDuty {

    /** 默认值: offices open at 9:00. */
    private static final LocalTime OPENS = LocalTime.of(9, 0);

    private final LawClock clock;

    OnDuty(LawClock clock) {
        this.clock = clock;
    }

    /** The next moment an office is open. */
    public Instant next(Instant from) {
        var day = clock.dateOf(from);
        var working = clock.calendar().rollForward(day);
        return working.equals(day)
                ? from
                : working.atTime(OPENS).atZone(ClockConfiguration.ZONE).toInstant();
    }
}

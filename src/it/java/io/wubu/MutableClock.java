package io.wubu;

import io.wubu.shared.ClockConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/** A clock that stands until a test moves it; the engine's clock moves with it. */
public class MutableClock extends Clock {

    private volatile Instant now =
            LocalDateTime.of(2026, 11, 24, 9, 0).atZone(ClockConfiguration.ZONE).toInstant();

    /** Moves to a moment, local time of China. */
    public void to(LocalDateTime moment) {
        to(moment.atZone(ClockConfiguration.ZONE).toInstant());
    }

    /** Moves to an instant. */
    public void to(Instant moment) {
        now = moment;
        ClockUtil.setCurrentTime(Date.from(moment));
    }

    /** Moves on. */
    public void advance(Duration by) {
        to(now.plus(by));
    }

    @Override
    public ZoneId getZone() {
        return ClockConfiguration.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public Instant instant() {
        return now;
    }
}

package io.wubu.sample.ground;

import io.wubu.drill.DrillClock;
import io.wubu.flow.dates.EngineTime;
import io.wubu.shared.ClockConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The clock of a system that may play the sample's past: official time, or a drill's, but for the seconds in which a scenario goes
 * back to the day a step was taken. Engine and rooms go back together.
 */
@Component
@Primary
@OnEmbedded
@ConditionalOnProperty(name = "wubu.sample.enabled", havingValue = "true")
public class SampleClock extends Clock {

    private final ObjectProvider<EngineTime> engine;
    private final @Nullable DrillClock drill;
    private volatile Duration back = Duration.ZERO;

    SampleClock(ObjectProvider<EngineTime> engine, ObjectProvider<DrillClock> drill) {
        this.engine = engine;
        this.drill = drill.getIfAvailable();
    }

    /** The present, wherever the story has gone. */
    public Instant present() {
        return drill == null ? Instant.now() : drill.instant();
    }

    /** Goes to a moment of the past. */
    public void to(Instant moment) {
        var distance = Duration.between(present(), moment).negated();
        engine.getObject().back(distance);
        back = distance;
    }

    /** Returns to the present. */
    public void reset() {
        engine.getObject().reset();
        back = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return present().minus(back);
    }

    @Override
    public ZoneId getZone() {
        return ClockConfiguration.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return zone;
            }

            @Override
            public Clock withZone(ZoneId other) {
                return SampleClock.this.withZone(other);
            }

            @Override
            public Instant instant() {
                return SampleClock.this.instant();
            }
        };
    }
}

package io.wubu.drill;

import io.wubu.shared.ClockConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The application's clock in a drill. It runs at normal speed from where it was set, stands while due jobs fire, and never
 * goes back, over a restart neither: what it has reached, or is about to reach, is written down first.
 */
public final class DrillClock extends Clock {

    /** Written down ahead, so that a killed drill resumes after everything it has seen. */
    private static final Duration MARGIN = Duration.ofSeconds(10);

    private final InstantSource machine;
    private final DrillFile file;
    private final Instant started;
    private volatile @Nullable Instant standing;
    private volatile Duration ahead;
    private Instant written;

    DrillClock(InstantSource machine, DrillFile file, DrillFile.Marks marks) {
        this.machine = machine;
        this.file = file;
        started = marks.started();
        written = marks.reached();
        ahead = distance(written);
        write(written.plus(MARGIN));
    }

    @Override
    public Instant instant() {
        var still = standing;
        return still == null ? machine.instant().plus(ahead) : still;
    }

    /** The instant at which the drill began. */
    public Instant started() {
        return started;
    }

    /** How far the running clock is from the machine's. */
    public Duration ahead() {
        return ahead;
    }

    /** Goes to an instant and stands there; or stands at the present, if that instant is past. */
    public synchronized Instant stand(Instant at) {
        var present = instant();
        standing = present;
        var instant = at.isBefore(present) ? present : at;
        write(instant);
        standing = instant;
        return instant;
    }

    /** Runs on from where it stands. */
    public synchronized void run() {
        var still = standing;
        if (still != null) {
            write(still.plus(MARGIN));
            ahead = distance(still);
            standing = null;
        }
    }

    /** Writes down what will soon be reached; called again and again while the clock runs. */
    synchronized void keep() {
        var soon = instant().plus(MARGIN);
        if (standing == null && soon.isAfter(written.plus(MARGIN.dividedBy(2)))) {
            write(soon);
        }
    }

    /** Writes down exactly what has been reached, when the system is stopped in good order. */
    synchronized void settle() {
        write(instant().plusSeconds(1));
    }

    /** In whole milliseconds, as the engine counts, and never less than needed. */
    private Duration distance(Instant to) {
        return Duration.between(machine.instant(), to).plusMillis(1).truncatedTo(ChronoUnit.MILLIS);
    }

    private void write(Instant reached) {
        file.write(new DrillFile.Marks(started, reached));
        written = reached;
    }

    @Override
    public ZoneId getZone() {
        return ClockConfiguration.ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : new InZone(this, zone);
    }

    /** The same present, told in another zone. */
    private static final class InZone extends Clock {

        private final Clock clock;
        private final ZoneId zone;

        InZone(Clock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new InZone(clock, other);
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }
    }
}

package io.wubu.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drill's clock runs from where it was set, stands on demand, and never goes back. */
class DrillClockTest {

    private static final Instant START = Instant.parse("2026-09-25T01:00:00Z");

    @TempDir
    Path dataDir;

    private Instant machine = Instant.parse("2026-11-24T10:00:00.123456Z");
    private DrillFile file;
    private DrillClock clock;

    @BeforeEach
    void begin() {
        file = new DrillFile(dataDir);
        clock = new DrillClock(() -> machine, file, new DrillFile.Marks(START, START));
    }

    @Test
    void runsAtNormalSpeedFromItsStart() {
        assertThat(clock.instant()).isBetween(START, START.plusMillis(2));
        machine = machine.plusSeconds(90);
        assertThat(clock.instant())
                .isBetween(START.plusSeconds(90), START.plusSeconds(90).plusMillis(2));
        assertThat(clock.started()).isEqualTo(START);
        assertThat(clock.ahead().toNanos() % 1_000_000).isZero();
    }

    @Test
    void standsUntilItIsToldToRun() {
        var then = START.plus(Duration.ofDays(3));
        clock.stand(then);
        machine = machine.plusSeconds(60);
        assertThat(clock.instant()).isEqualTo(then);
        clock.run();
        assertThat(clock.instant()).isBetween(then, then.plusMillis(2));
        machine = machine.plusSeconds(1);
        assertThat(clock.instant())
                .isBetween(then.plusSeconds(1), then.plusSeconds(1).plusMillis(2));
    }

    @Test
    void neverGoesBack() {
        clock.stand(START.plusSeconds(10));
        assertThat(clock.stand(START.plusSeconds(9))).isEqualTo(START.plusSeconds(10));
        assertThat(clock.instant()).isEqualTo(START.plusSeconds(10));
    }

    @Test
    void afterAKillItResumesNotBeforeAnythingItHasShown() {
        for (var second = 0; second < 600; second++) {
            machine = machine.plusSeconds(1);
            if (second % 2 == 0) {
                clock.keep();
            }
            assertThat(reached()).isAfterOrEqualTo(clock.instant());
            assertThat(reached()).isBefore(clock.instant().plusSeconds(11));
        }
    }

    @Test
    void whatItIsAboutToReachIsWrittenDownFirst() {
        clock.stand(START.plus(Duration.ofDays(1)));
        assertThat(reached()).isEqualTo(START.plus(Duration.ofDays(1)));
        clock.run();
        assertThat(reached()).isAfter(clock.instant());
        assertThat(file.read().orElseThrow().started()).isEqualTo(START);
    }

    @Test
    void stoppedInGoodOrderItGoesOnWhereItWas() {
        machine = machine.plusSeconds(100);
        clock.settle();
        var again = new DrillClock(() -> machine, file, file.read().orElseThrow());
        assertThat(again.instant()).isBetween(clock.instant(), clock.instant().plusSeconds(2));
        assertThat(again.started()).isEqualTo(START);
    }

    @Test
    void tellsTheSamePresentInOtherZones() {
        assertThat(clock.getZone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
        var utc = clock.withZone(ZoneId.of("UTC"));
        assertThat(utc.instant()).isEqualTo(clock.instant());
        clock.stand(START.plusSeconds(5));
        assertThat(utc.instant()).isEqualTo(START.plusSeconds(5));
    }

    private Instant reached() {
        return file.read().orElseThrow().reached();
    }
}

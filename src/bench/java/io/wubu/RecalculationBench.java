package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.lawclock.Arrangements;
import io.wubu.lawclock.CalendarDay;
import io.wubu.limits.Recalculations;
import io.wubu.shared.Actor;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * How long it takes to reckon 10,000 open deadlines again after a calendar change, each with its task, its timers and its
 * entry. Run: {@code mvn -Pbench test-compile failsafe:integration-test -Dit.test=RecalculationBench}
 */
class RecalculationBench extends WubuTest {

    private static final int DEADLINES = Integer.getInteger("deadlines", 10_000);
    private static final Actor BENCH = new Actor("bench", "测量");

    @Autowired
    private Arrangements arrangements;

    @Autowired
    private Recalculations recalculations;

    @Test
    void recalculate() {
        for (var i = 0; i < DEADLINES; i++) {
            importedProblem(COUNTY, "VOCs治理");
        }
        var version = arrangements.edit(new CalendarDay(LocalDate.of(2026, 11, 25), false, "临时放假"), false, "测量", BENCH);
        var begin = System.nanoTime();
        while (asSystem.call(recalculations::next)) {
            continue;
        }
        var took = Duration.ofNanos(System.nanoTime() - begin);
        var run = recalculations.find(version).orElseThrow();
        System.out.printf("%d limits reckoned, %d moved, in %d ms%n", run.done(), run.moved(), took.toMillis());
        assertThat(run.moved()).isGreaterThanOrEqualTo(DEADLINES);
    }
}

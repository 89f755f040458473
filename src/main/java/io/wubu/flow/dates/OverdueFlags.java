package io.wubu.flow.dates;

import io.wubu.lawclock.LawClock;
import io.wubu.limits.RunningLimits;
import io.wubu.problems.Problems;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes the mark 逾期 from a problem once nothing of it is late any more. */
@Component
class OverdueFlags {

    private final Problems problems;
    private final RunningLimits limits;
    private final LawClock clock;

    OverdueFlags(Problems problems, RunningLimits limits, LawClock clock) {
        this.problems = problems;
        this.limits = limits;
        this.clock = clock;
    }

    @EventListener
    void done(OverdueWorkDone work) {
        var late = limits.of(work.number()).stream()
                .anyMatch(limit -> limit.dueAt().isBefore(clock.now()));
        if (!late && problems.find(work.number()).isPresent()) {
            problems.unflag(work.number(), "OVERDUE");
        }
    }
}

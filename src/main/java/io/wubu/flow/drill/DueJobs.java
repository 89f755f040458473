package io.wubu.flow.drill;

import io.wubu.drill.OnDrill;
import io.wubu.flow.engine.AsSystem;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.springframework.stereotype.Component;

/** Which job comes next: automatic work that waits for nothing first, then by date. */
@OnDrill
@Component
class DueJobs {

    private final ManagementService management;
    private final AsSystem asSystem;

    DueJobs(ManagementService management, AsSystem asSystem) {
        this.management = management;
        this.asSystem = asSystem;
    }

    /** The next job due by then, leaving out those given up. */
    Optional<Job> next(Instant by, Set<String> givenUp) {
        return asSystem.call(() -> first(ready().messages().executable(), givenUp)
                .or(() -> first(
                        ready().duedateLowerThan(Date.from(by.plusMillis(1)))
                                .orderByJobDuedate()
                                .asc(),
                        givenUp)));
    }

    /** The next timers, earliest first. */
    List<Job> waiting(int most) {
        return asSystem.call(() ->
                ready().timers().orderByJobDuedate().asc().orderByJobId().asc().listPage(0, most));
    }

    private JobQuery ready() {
        return management.createJobQuery().active().withRetriesLeft();
    }

    private static Optional<Job> first(JobQuery jobs, Set<String> givenUp) {
        return jobs.orderByJobId().asc().listPage(0, givenUp.size() + 1).stream()
                .filter(job -> !givenUp.contains(job.getId()))
                .findFirst();
    }
}

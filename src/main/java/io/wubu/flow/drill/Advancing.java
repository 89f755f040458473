package io.wubu.flow.drill;

import io.wubu.drill.DrillClock;
import io.wubu.drill.OnDrill;
import io.wubu.flow.dates.EngineTime;
import io.wubu.flow.engine.JobSwitch;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** One move of the clock: the job executor rests, due jobs fire one by one, each at its own time, then time runs on. */
@OnDrill
@Component
class Advancing {

    private static final String HOLDER = "drill";

    /** A job that fails without losing a retry (somebody else changed its case) is tried so often in one move. */
    private static final int TRIES = 10;

    private final DrillClock clock;
    private final EngineTime engine;
    private final JobSwitch jobs;
    private final DueJobs due;
    private final JobNames names;
    private final JobRun run;
    private volatile boolean ending;

    Advancing(DrillClock clock, EngineTime engine, JobSwitch jobs, DueJobs due, JobNames names, JobRun run) {
        this.clock = clock;
        this.engine = engine;
        this.jobs = jobs;
        this.due = due;
        this.names = names;
        this.run = run;
    }

    void run(Progress progress) {
        jobs.hold(HOLDER);
        try {
            jobs.drain();
            fire(progress);
        } finally {
            clock.run();
            engine.ahead(clock.ahead());
            progress.over();
            jobs.release(HOLDER);
        }
    }

    /** The system stops: no further job is begun. */
    void end() {
        ending = true;
    }

    private void fire(Progress progress) {
        var failures = new HashMap<String, Integer>();
        var givenUp = new HashSet<String>();
        stand(progress, clock.instant());
        for (var job = due.next(progress.to(), givenUp);
                job.isPresent() && !ending;
                job = due.next(progress.to(), givenUp)) {
            var next = job.get();
            if (next.getDuedate() != null) {
                stand(progress, next.getDuedate().toInstant());
            }
            fire(next, progress, failures, givenUp);
        }
        if (!ending) {
            stand(progress, progress.to());
        }
    }

    private void fire(Job job, Progress progress, Map<String, Integer> failures, Set<String> givenUp) {
        var number = names.number(job);
        var step = names.step(job);
        var done = run.run(job);
        var outcome = "已触发";
        if (!done) {
            var left = run.retries(job);
            outcome = left > 0 ? "失败，还会重试 " + left + " 次" : "失败，已停为异常，见监控";
            if (failures.merge(job.getId(), 1, Integer::sum) >= TRIES) {
                givenUp.add(job.getId());
            }
        }
        progress.fired(new Fired(clock.instant(), number, step, done, outcome));
    }

    private void stand(Progress progress, Instant at) {
        var instant = clock.stand(at);
        engine.stand(instant);
        progress.reached(instant);
    }
}

package io.wubu;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The engine's own job executor, running for one story only. Jobs that other tests left waiting are suspended meanwhile
 * and come back afterwards, so that time moved here fires nothing of theirs.
 */
public class RealJobs implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final JdbcClient jdbc;
    private final CaseWork work;
    private final MutableClock clock;
    private final JobExecutor executor;
    private final List<String> others;

    RealJobs(ProcessEngine engine, JdbcClient jdbc, CaseWork work, MutableClock clock) {
        this.jdbc = jdbc;
        this.work = work;
        this.clock = clock;
        this.executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
        this.others = jdbc.sql("update act_ru_job set suspension_state_ = 2 where suspension_state_ = 1 returning id_")
                .query(String.class)
                .list();
        executor.setWaitTimeInMillis(100);
        executor.setMaxWait(300);
        executor.start();
    }

    /** Waits for what the executor does by itself. */
    public void until(String what, BooleanSupplier done) {
        await(what).atMost(PATIENCE).until(done::getAsBoolean);
    }

    /** Moves the clock from timer to timer of the cases, each fired by the executor, until something has come of it. */
    public void letTimePass(String what, Collection<String> cases, BooleanSupplier done) {
        for (var timers = 0; timers < 100 && !done.getAsBoolean(); timers++) {
            next(cases).ifPresent(timer -> {
                if (timer.getDuedate().toInstant().isAfter(clock.instant())) {
                    clock.to(timer.getDuedate().toInstant());
                }
                until("timer " + work.activity(timer), () -> isGone(timer, cases));
            });
            settle(cases);
        }
        until(what, done);
    }

    /** Waits until no automatic work of the cases is waiting. */
    public void settle(Collection<String> cases) {
        until("automatic work of " + cases, () -> waiting(cases).allMatch(job -> job.getDuedate() != null));
    }

    private Optional<Job> next(Collection<String> cases) {
        return waiting(cases).filter(job -> job.getDuedate() != null).min(Comparator.comparing(Job::getDuedate));
    }

    private boolean isGone(Job timer, Collection<String> cases) {
        return waiting(cases).noneMatch(job -> job.getId().equals(timer.getId()));
    }

    private Stream<Job> waiting(Collection<String> cases) {
        return cases.stream().flatMap(number -> work.jobs(number).stream()).filter(job -> !job.isSuspended());
    }

    @Override
    public void close() {
        executor.shutdown();
        if (!others.isEmpty()) {
            jdbc.sql("update act_ru_job set suspension_state_ = 1 where id_ in (:ids)")
                    .param("ids", others)
                    .update();
        }
    }
}

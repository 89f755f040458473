package io.wubu.flow.engine;

import io.wubu.disks.DisksJudged;
import io.wubu.nodes.ClockJudged;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;

/** Starts this node's job executor when the application is ready, unless something holds it; and stops it meanwhile. */
@Component
public class JobSwitch {

    private static final String CLOCK = "clock";
    private static final String DISK = "disk";
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final ObjectProvider<JobExecutor> executor;
    private final ObjectProvider<ThreadPoolTaskExecutor> threads;
    private final Set<String> holds = new TreeSet<>();
    private boolean ready;

    JobSwitch(
            ObjectProvider<JobExecutor> executor,
            @Qualifier("camundaTaskExecutor") ObjectProvider<ThreadPoolTaskExecutor> threads) {
        this.executor = executor;
        this.threads = threads;
    }

    /** Whether jobs run on this node. */
    public boolean isOn() {
        var jobs = executor.getIfAvailable();
        return jobs != null && jobs.isActive();
    }

    /** Stops the executor until the same holder releases it; jobs already begun are finished. */
    public synchronized void hold(String holder) {
        holds.add(holder);
        apply();
    }

    /** Lets the executor run, unless somebody else holds it. */
    public synchronized void release(String holder) {
        holds.remove(holder);
        apply();
    }

    /** While the executor is held: waits until the jobs it had begun are finished. */
    public void drain() {
        threads.ifAvailable(pool -> {
            while (pool.getActiveCount() > 0 || pool.getQueueSize() > 0) {
                LockSupport.parkNanos(PAUSE);
            }
        });
    }

    @EventListener
    void judged(ClockJudged judgement) {
        if (judgement.agrees()) {
            release(CLOCK);
        } else {
            hold(CLOCK);
        }
    }

    @EventListener
    void judged(DisksJudged judgement) {
        if (judgement.mayChange()) {
            release(DISK);
        } else {
            hold(DISK);
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    synchronized void ready() {
        ready = true;
        apply();
    }

    @EventListener(ContextClosedEvent.class)
    synchronized void end() {
        ready = false;
    }

    private void apply() {
        if (!ready) {
            return;
        }
        executor.ifAvailable(jobs -> {
            if (holds.isEmpty() && !jobs.isActive()) {
                jobs.start();
            } else if (!holds.isEmpty() && jobs.isActive()) {
                jobs.shutdown();
            }
        });
    }
}

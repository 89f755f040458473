package io.wubu.flow.dates;

import io.wubu.database.Work;
import io.wubu.flow.engine.AsSystem;
import io.wubu.lawclock.CalendarChanged;
import io.wubu.limits.Recalculations;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Runs the recalculation after a calendar change, and takes up one that was interrupted. */
@Component
class CalendarFollower {

    private static final Logger LOG = LoggerFactory.getLogger(CalendarFollower.class);
    private static final int LOOKS_EVERY_SECONDS = 30;

    private final Recalculations recalculations;
    private final AsSystem asSystem;
    private final boolean automatic;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "recalculation");
        thread.setDaemon(true);
        return thread;
    });

    CalendarFollower(
            Recalculations recalculations,
            AsSystem asSystem,
            @Value("${wubu.recalculation.automatic:true}") boolean automatic) {
        this.recalculations = recalculations;
        this.asSystem = asSystem;
        this.automatic = automatic;
    }

    @EventListener(ApplicationReadyEvent.class)
    void ready() {
        if (automatic) {
            worker.scheduleWithFixedDelay(this::quietly, 1, LOOKS_EVERY_SECONDS, TimeUnit.SECONDS);
        }
    }

    @TransactionalEventListener(CalendarChanged.class)
    void changed() {
        if (automatic) {
            worker.execute(this::quietly);
        }
    }

    @EventListener(ContextClosedEvent.class)
    void closed() {
        worker.shutdownNow();
    }

    /** Reckons until nothing is left; one engine command and one transaction a chunk. */
    void run() {
        while (Work.LONG.during(() -> asSystem.call(recalculations::next))) {
            if (Thread.currentThread().isInterrupted()) {
                return;
            }
        }
    }

    private void quietly() {
        try {
            run();
        } catch (RuntimeException e) {
            LOG.error("recalculating the limits failed; it is tried again in {} s", LOOKS_EVERY_SECONDS, e);
        }
    }
}

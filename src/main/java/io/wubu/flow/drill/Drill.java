package io.wubu.flow.drill;

import io.wubu.drill.DrillClock;
import io.wubu.drill.OnDrill;
import io.wubu.flow.dates.EngineTime;
import io.wubu.shared.Stale;
import jakarta.annotation.PreDestroy;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 演练: moves the clock of application and engine together, one move at a time, and tells what fires next. */
@OnDrill
@Component
public class Drill {

    private static final int NEXT = 30;

    private final DrillClock clock;
    private final Advancing advancing;
    private final DueJobs due;
    private final JobNames names;
    private final ExecutorService mover = Executors.newSingleThreadExecutor(work -> new Thread(work, "drill"));
    private volatile @Nullable Progress last;

    Drill(DrillClock clock, EngineTime engine, Advancing advancing, DueJobs due, JobNames names) {
        this.clock = clock;
        this.advancing = advancing;
        this.due = due;
        this.names = names;
        engine.ahead(clock.ahead());
    }

    /**
     * Moves the clock to a later instant, and returns when everything due by then has fired.
     *
     * @throws Stale while it moves already
     */
    public Move advance(Instant to) {
        var progress = begin(to);
        CompletableFuture.runAsync(() -> advancing.run(progress), mover).join();
        return progress.look();
    }

    /** The last move, which may be under way. */
    public @Nullable Move last() {
        var progress = last;
        return progress == null ? null : progress.look();
    }

    /** What fires next. */
    public List<Due> next() {
        return due.waiting(NEXT).stream()
                .map(job -> new Due(job.getDuedate().toInstant(), names.number(job), names.step(job)))
                .toList();
    }

    private synchronized Progress begin(Instant to) {
        var before = last;
        if (before != null && before.look().running()) {
            throw new Stale("演练的时钟正在前进，请等它到达后再试");
        }
        var progress = new Progress(clock.instant(), to);
        last = progress;
        return progress;
    }

    @PreDestroy
    void end() throws InterruptedException {
        advancing.end();
        mover.shutdown();
        if (!mover.awaitTermination(30, TimeUnit.SECONDS)) {
            mover.shutdownNow();
        }
    }
}

package io.wubu.disks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * Looks every second how full the disks are, on threads of its own: below the watermark nothing is begun that could not be
 * finished. With a real server its data disk is its own affair; then only the photos' disk is looked at.
 */
@Component
public class Disks implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Disks.class);

    private static final String DATA = "数据目录";
    private static final String PHOTOS = "照片目录";

    private final Path dataDir;
    private final Path photos;
    private final boolean embedded;
    private final long stop;
    private final long warn;
    private final long reserveSize;
    private final Duration interval;
    private final Reserve reserve;
    private final ApplicationEventPublisher events;
    private volatile FreeSpace space = folder -> folder.toFile().getUsableSpace();
    private volatile Disk data;
    private volatile Disk evidence;
    private @Nullable ScheduledExecutorService looking;
    private @Nullable ExecutorService telling;

    Disks(
            @Value("${wubu.data-dir}") Path dataDir,
            @Value("${wubu.disks.stop}") DataSize stop,
            @Value("${wubu.disks.warn}") DataSize warn,
            @Value("${wubu.disks.reserve}") DataSize reserve,
            @Value("${wubu.disks.interval}") Duration interval,
            Environment environment,
            ApplicationEventPublisher events) {
        this.dataDir = dataDir;
        this.photos = dataDir.resolve("evidence");
        this.embedded = environment.getProperty("spring.datasource.url", "none").equals("none");
        this.stop = stop.toBytes();
        this.warn = warn.toBytes();
        this.reserveSize = embedded ? reserve.toBytes() : 0;
        this.interval = interval;
        this.reserve = new Reserve(dataDir, reserveSize);
        this.events = events;
        this.data = new Disk(DATA, dataDir, Long.MAX_VALUE, Level.PLENTY);
        this.evidence = new Disk(PHOTOS, photos, Long.MAX_VALUE, Level.PLENTY);
    }

    /** Why nothing may be changed now; null if everything may. */
    public @Nullable String refusesChanges() {
        var seen = data;
        return seen.level() == Level.FULL ? seen.refusal(stop) : null;
    }

    /** Why no photo may be stored now; null if one may. */
    public @Nullable String refusesPhotos() {
        var seen = evidence;
        return seen.level() == Level.FULL ? seen.refusal(stop) : refusesChanges();
    }

    /** Before the web server opens and before jobs run. */
    @Override
    public synchronized void start() {
        var looks = Executors.newSingleThreadScheduledExecutor(work -> daemon("wubu-disks", work));
        telling = Executors.newSingleThreadExecutor(work -> daemon("wubu-disks-told", work));
        looking = looks;
        look();
        looks.scheduleWithFixedDelay(this::look, interval.toMillis(), interval.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void stop() {
        if (looking != null && telling != null) {
            looking.shutdownNow();
            telling.shutdownNow();
        }
        looking = null;
    }

    @Override
    public boolean isRunning() {
        return looking != null;
    }

    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 2000;
    }

    /** The disks as last seen. */
    List<Disk> seen() {
        return embedded ? List.of(data, evidence) : List.of(evidence);
    }

    long stopAt() {
        return stop;
    }

    /** The seam for tests. */
    void measureBy(FreeSpace other) {
        space = other;
        look();
    }

    final synchronized void look() {
        try {
            var before = data.level() == Level.FULL;
            data = embedded ? judge(data) : data;
            evidence = judge(evidence);
            keepReserve();
            if (before != (data.level() == Level.FULL)) {
                tell(before);
            }
        } catch (RuntimeException e) {
            LOG.error("磁盘剩余空间无法查看 (the disks can't be looked at)", e);
        }
    }

    private Disk judge(Disk last) {
        var free = Files.exists(last.folder()) ? space.of(last.folder()) : last.free(); // evidence.PhotoHome tells that
        var level = free < stop ? Level.FULL : free < warn ? Level.LOW : Level.PLENTY;
        var now = new Disk(last.name(), last.folder(), free, level);
        if (level != last.level()) {
            report(now);
        }
        return now;
    }

    private void report(Disk disk) {
        switch (disk.level()) {
            case FULL -> LOG.error("{} (the disk is full: changes are refused, reading goes on)", disk.refusal(stop));
            case LOW -> LOG.warn("{}所在磁盘剩余 {} MB，请腾出空间 (the disk is getting full)", disk.name(), disk.megabytes());
            case PLENTY -> LOG.info("{}所在磁盘剩余 {} MB", disk.name(), disk.megabytes());
        }
    }

    /** Given back before the last room is gone, made again when there is twice as much above the watermark. */
    private void keepReserve() {
        if (reserveSize > 0 && data.free() < reserveSize / 2) {
            reserve.giveBack();
        } else if (reserveSize > 0 && data.free() > stop + 2 * reserveSize) {
            reserve.make();
        }
    }

    private void tell(boolean mayChange) {
        var teller = telling;
        if (teller != null) {
            teller.execute(() -> events.publishEvent(new DisksJudged(mayChange)));
        }
    }

    private static Thread daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}

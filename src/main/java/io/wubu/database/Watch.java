package io.wubu.database;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks after those who are in the database, ten times a second: is it silent, do their clients still wait? */
final class Watch implements AutoCloseable {

    static final Duration TICK = Duration.ofMillis(100);

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int LOOK = 3;

    private final Pulse pulse;
    private final Stays stays;
    private final Thread thread = new Thread(this::watch, "wubu-watch");
    private volatile boolean running = true;

    Watch(Pulse pulse, Stays stays) {
        this.pulse = pulse;
        this.stays = stays;
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        for (var tick = 0L; running; tick++) {
            LockSupport.parkNanos(TICK.toNanos());
            try {
                if (pulse.tick()) {
                    stays.letGo();
                } else if (tick % LOOK == 0) {
                    stays.look();
                }
            } catch (RuntimeException e) {
                LOG.error("the watch goes on", e);
            }
        }
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
    }
}

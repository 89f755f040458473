package io.wubu.database.embedded;

import io.wubu.disks.Reserve;
import io.wubu.nodes.EndInTime;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the embedded server's process: when it ends without our doing it is started again on the same port. If it does not
 * stay up, or can't come up, this process ends in words rather than answer errors for ever.
 */
final class Keeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Keeper.class);
    private static final int GAVE_UP = 70;
    private static final Duration GENTLY = Duration.ofSeconds(6);
    private static final Duration AT_LAST = Duration.ofSeconds(2);
    private static final Duration ORPHANS = Duration.ofSeconds(15);
    private static final long ROOM_TO_START = 48L * 1024 * 1024;
    private static final long LONGEST_PAUSE = 8;
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(250);

    private final EmbeddedServer server;
    private final int most;
    private final Duration within;
    private final Deque<Long> starts = new ArrayDeque<>();
    private volatile ProcessHandle running = ProcessHandle.current();
    private volatile boolean closing;

    /**
     * @param most how often it is started again
     * @param within in which time
     */
    Keeper(EmbeddedServer server, int most, Duration within) {
        this.server = server;
        this.most = most;
        this.within = within;
    }

    /** The first start: what a killed process left behind is ended before. */
    void start() throws IOException {
        EndInTime.lastly(() -> stop(AT_LAST));
        Reserve.giveBack(server.data().resolveSibling("."), ROOM_TO_START);
        LeftBehind.clear(server.data(), ORPHANS);
        server.initialise();
        running = server.start();
        watch();
    }

    /** Ends the server; once is enough. */
    @Override
    public void close() {
        stop(GENTLY);
    }

    private void stop(Duration gently) {
        closing = true;
        try {
            server.stop(gently);
        } catch (IOException e) {
            LOG.error("the embedded database could not be stopped", e);
        }
    }

    /** Looked at often: {@link ProcessHandle#onExit()} of a process that is no child tells seconds later. */
    private void watch() {
        var thread = new Thread(
                () -> {
                    while (!closing && (Holders.holds(running, server.data()) || revive())) {
                        LockSupport.parkNanos(LOOK);
                    }
                },
                "wubu-database");
        thread.setDaemon(true);
        thread.start();
    }

    /** Whether it runs again. */
    private boolean revive() {
        var ended = System.nanoTime();
        LOG.error("数据库进程意外结束，将以原端口和原设置重新启动 (the embedded database has ended; it is started again)");
        for (var failures = 0; !closing; failures++) {
            if (!Files.exists(server.data().resolve("PG_VERSION")) || !mayTry()) {
                giveUp();
                return false;
            }
            pause(failures == 0 ? 0 : Math.min(LONGEST_PAUSE, 1L << (failures - 1)));
            waitForRoom();
            if (startAgain()) {
                LOG.warn(
                        "数据库已重新启动，中断 {} 毫秒 (the embedded database is back)",
                        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - ended));
                return true;
            }
        }
        return false;
    }

    private boolean startAgain() {
        try {
            LeftBehind.clear(server.data(), ORPHANS);
            running = server.start();
            if (closing) {
                server.stop(AT_LAST); // told to end meanwhile
            }
            return true;
        } catch (IOException | RuntimeException e) {
            if (!closing) {
                LOG.error("数据库没有启动：{}", e.getMessage(), e);
            }
            return false;
        }
    }

    private boolean mayTry() {
        var now = System.nanoTime();
        while (!starts.isEmpty() && now - starts.getFirst() > within.toNanos()) {
            starts.removeFirst();
        }
        starts.addLast(now);
        return starts.size() <= most;
    }

    /** On a full disk no start succeeds, so none is tried; the disks are told on the health page meanwhile. */
    private void waitForRoom() {
        while (!closing && Files.exists(server.data()) && server.data().toFile().getUsableSpace() < ROOM_TO_START) {
            LOG.error("数据库所在磁盘剩余不足 {} MB，腾出空间后自动启动 (no room to start the database)", ROOM_TO_START >> 20);
            pause(LONGEST_PAUSE);
        }
    }

    private void giveUp() {
        LOG.error(
                "数据库不能继续运行（{} 分钟内至多重新启动 {} 次），进程结束；请查看上面 postgres 的日志后再启动"
                        + " (the embedded database does not stay up: the process ends)",
                within.toMinutes(),
                most);
        System.exit(GAVE_UP);
    }

    private void pause(long seconds) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!closing && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
    }
}

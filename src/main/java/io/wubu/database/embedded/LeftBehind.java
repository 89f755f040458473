package io.wubu.database.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Ends what holds a database directory: first gently, then without flushing, then by force; each for a limited time. */
final class LeftBehind {

    private static final Logger LOG = LoggerFactory.getLogger(LeftBehind.class);
    private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Duration IMMEDIATE = Duration.ofSeconds(2);
    private static final Duration FORCED = Duration.ofSeconds(2);

    private LeftBehind() {}

    /** A server, or backends of one, that a killed process left behind; afterwards no pid file stands in the way. */
    static void clear(Path data, Duration gently) throws IOException {
        var holders = Holders.of(data);
        if (!holders.isEmpty()) {
            LOG.info("stopping the database server a killed process left behind: {}", pids(holders));
            end(data, gently);
        }
        Files.deleteIfExists(data.resolve("postmaster.pid"));
    }

    /** Ends the directory's server. */
    static void end(Path data, Duration gently) throws IOException {
        signal(data, "INT");
        if (gone(data, gently)) {
            return;
        }
        LOG.warn("数据库在 {} 秒内没有停止，改为立即停止 (immediate shutdown; it recovers at the next start)", gently.toSeconds());
        signal(data, "QUIT");
        if (gone(data, IMMEDIATE)) {
            return;
        }
        LOG.warn("数据库仍未停止，强制结束其进程 (killed; it recovers at the next start)");
        for (var tries = 0; tries < 3; tries++) {
            Holders.of(data).forEach(ProcessHandle::destroyForcibly);
            if (gone(data, FORCED)) {
                return;
            }
        }
        throw new IOException("数据库进程 " + pids(Holders.of(data)) + " 无法结束，请手工结束后再启动");
    }

    private static void signal(Path data, String name) {
        var holders = Holders.of(data);
        var server = Holders.server(holders).orElse(null);
        if (server == null) {
            return;
        }
        try {
            var kill = new ProcessBuilder("kill", "-" + name, Long.toString(server.pid())).start();
            if (kill.waitFor(2, TimeUnit.SECONDS) && kill.exitValue() == 0) {
                return;
            }
        } catch (IOException noSuchProgram) {
            LOG.debug("no kill here", noSuchProgram);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.destroy();
    }

    private static boolean gone(Path data, Duration within) {
        var end = System.nanoTime() + within.toNanos();
        while (!Holders.of(data).isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            LockSupport.parkNanos(LOOK);
        }
        return true;
    }

    private static List<Long> pids(List<ProcessHandle> processes) {
        return processes.stream().map(ProcessHandle::pid).toList();
    }
}

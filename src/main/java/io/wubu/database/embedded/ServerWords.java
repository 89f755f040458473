package io.wubu.database.embedded;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what the database server says to our log, and remembers the last of it. */
final class ServerWords {

    private static final Logger LOG = LoggerFactory.getLogger("postgres");
    private static final int REMEMBERED = 12;

    private final Deque<String> last = new ArrayDeque<>();
    private final CountDownLatch ended = new CountDownLatch(1);

    ServerWords(InputStream said) {
        var thread = new Thread(() -> listen(said), "postgres-log");
        thread.setDaemon(true);
        thread.start();
    }

    synchronized String last() {
        return String.join(" · ", last);
    }

    /** Waits for what is still on its way. */
    void settle() {
        try {
            if (!ended.await(1, TimeUnit.SECONDS)) {
                LOG.debug("still speaking");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen(InputStream said) {
        try (var lines = new BufferedReader(new InputStreamReader(said, StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                LOG.info(line);
                remember(line);
            }
        } catch (IOException e) {
            LOG.debug("the database's words have ended", e);
        } finally {
            ended.countDown();
        }
    }

    private synchronized void remember(String line) {
        if (last.size() == REMEMBERED) {
            last.removeFirst();
        }
        last.addLast(line.strip());
    }
}

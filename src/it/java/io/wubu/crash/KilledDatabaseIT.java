package io.wubu.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wubu.crash.Reporter.Acknowledged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** f06: the database's server dies under load ({@code kill -9}) while the application lives; work goes on, nothing is lost. */
class KilledDatabaseIT {

    private static final int CLIENTS = 3;
    private static final int BEFORE = 12;
    private static final int AFTER = 12;

    private final BlockingQueue<Acknowledged> acknowledged = new LinkedBlockingQueue<>();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private Node node;

    @AfterEach
    void stop() throws IOException, InterruptedException {
        clients.shutdownNow();
        if (node != null) {
            node.close();
        }
    }

    @Test
    void theDatabaseComesBackAndWorkGoesOn() throws Exception {
        node = Node.start(Files.createTempDirectory(Files.createDirectories(Path.of("target")), "kill"));
        for (var client = 0; client < CLIENTS; client++) {
            var name = "断库点位" + client + "-";
            clients.submit(() -> reportWithoutEnd(name));
        }
        await("load").atMost(Duration.ofMinutes(3)).until(() -> acknowledged.size() >= BEFORE);
        var first = node.databasePid();

        signal("KILL", first);

        await("the server").atMost(Duration.ofMinutes(2)).ignoreExceptions().until(() -> node.databasePid() != first);
        var before = acknowledged.size();
        await("work").atMost(Duration.ofMinutes(3)).until(() -> acknowledged.size() >= before + AFTER);
        clients.shutdownNow();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        allAreThere();
        endsAlthoughTheDatabaseIsFrozen();
    }

    /** It took 208 s once. */
    private void endsAlthoughTheDatabaseIsFrozen() throws IOException, InterruptedException {
        var frozen = node.databasePid();
        signal("STOP", frozen);
        assertThat(node.ends(Duration.ofSeconds(60))).isTrue();
        signal("CONT", frozen);
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    private void allAreThere() throws IOException, InterruptedException {
        var reporter = new Reporter(node.address());
        var numbers = new HashSet<String>();
        for (var one : acknowledged) {
            assertThat(numbers.add(one.number())).as(one.number()).isTrue();
            var file = reporter.problem(one.number());
            assertThat(file.path("record").path("siteName").asText()).isEqualTo(one.site());
            for (var photo : one.photos()) {
                assertThat(reporter.photoSize(photo))
                        .as("photo of " + one.number())
                        .isPositive();
            }
        }
        assertThat(node.database()
                        .sql(
                                "select count(*) from (select site_id from wubu.problem group by site_id having count(*) > 1)")
                        .query(Integer.class)
                        .single())
                .as("reported twice")
                .isZero();
    }

    /** What is not answered is not reported again under the same name. */
    private void reportWithoutEnd(String name) {
        var reporter = new Reporter(node.address());
        for (var no = 0; !Thread.currentThread().isInterrupted(); no++) {
            try {
                acknowledged.add(reporter.report(name + no));
            } catch (IOException e) {
                continue; // the server is away
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}

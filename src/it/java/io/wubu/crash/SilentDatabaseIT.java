package io.wubu.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wubu.crash.Reporter.Acknowledged;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The database stands still in the middle of the work (SIGSTOP): all are told, nobody waits, and it goes on by itself. */
class SilentDatabaseIT {

    private static final int CLIENTS = 3;
    private static final Duration LONG = Duration.ofMinutes(3);

    private final Queue<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private final HttpClient http = HttpClient.newHttpClient();
    private List<ProcessHandle> stopped = List.of();
    private Node node;

    @AfterEach
    void stop() throws IOException, InterruptedException {
        clients.shutdownNow();
        goOn();
        if (node != null) {
            node.close();
        }
    }

    @Test
    void whileItIsSilentEverybodyIsToldAndNothingAcknowledgedIsLostOrDoubled() throws Exception {
        node = Node.start(Files.createTempDirectory(Files.createDirectories(Path.of("target")), "silent"));
        for (var client = 0; client < CLIENTS; client++) {
            var name = "静默点位" + client + "-";
            clients.submit(() -> reportWithoutEnd(name));
        }
        await("work").atMost(LONG).until(() -> acknowledged.size() >= 10);
        assertThat(refused).allMatch(answer -> answer.contains(": 409 ")); // one account, several hands

        standStill();
        await("refusal").atMost(LONG).until(() -> get("/api/regions").statusCode() == 503);
        assertThat(get("/api/regions").body()).contains("数据库没有回答", "urn:wubu:silent");
        assertThat(get("/actuator/health").statusCode()).isEqualTo(503);
        assertThat(get("/actuator/health").body()).contains("数据库没有回答");
        assertThat(get("/desk/sign-in.html").statusCode()).isEqualTo(200);
        await("all let go")
                .atMost(LONG)
                .until(() -> refused.stream()
                                .filter(answer -> answer.contains(": 503 "))
                                .count()
                        >= 2 * CLIENTS);

        goOn();
        var before = acknowledged.size();
        await("work").atMost(LONG).until(() -> acknowledged.size() >= before + 10);
        assertThat(get("/actuator/health").statusCode()).isEqualTo(200);
        clients.shutdownNow();
        assertThat(clients.awaitTermination(3, TimeUnit.MINUTES)).isTrue();
        assertThat(refused).allMatch(answer -> answer.matches("(?s).*: (503|429|409) .*"));
        var database = node.database();
        for (var one : acknowledged) {
            assertThat(database.sql(
                                    "select count(*) from wubu.record_entry where subject = :number and step = 'register'")
                            .param("number", one.number())
                            .query(Integer.class)
                            .single())
                    .as(one.site())
                    .isEqualTo(1);
        }
        await("engine").atMost(LONG).untilAsserted(() -> KillIT.isWhole(database));
    }

    /** Goes on whatever it is told. */
    private void reportWithoutEnd(String name) {
        var reporter = new Reporter(node.address());
        for (var no = 0; !Thread.currentThread().isInterrupted(); no++) {
            try {
                acknowledged.add(reporter.report(name + no));
            } catch (IOException e) {
                refused.add(String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(node.address() + path))
                .header("Authorization", Reporter.AUTHORIZATION)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private void standStill() throws IOException, InterruptedException {
        var postmaster = node.postmaster();
        signal("STOP", List.of(postmaster));
        stopped = Stream.concat(Stream.of(postmaster), postmaster.children()).toList();
        signal("STOP", stopped);
    }

    private void goOn() throws IOException, InterruptedException {
        signal("CONT", stopped);
    }

    private static void signal(String name, List<ProcessHandle> processes) throws IOException, InterruptedException {
        if (processes.isEmpty()) {
            return;
        }
        var command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(process -> command.add(String.valueOf(process.pid())));
        new ProcessBuilder(command).start().waitFor();
    }
}

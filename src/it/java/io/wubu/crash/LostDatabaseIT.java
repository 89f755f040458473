package io.wubu.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A PostgreSQL elsewhere: the network to it swallows everything, then it is stopped and started; the application stays. */
class LostDatabaseIT {

    private static final Duration LONG = Duration.ofMinutes(3);

    private final HttpClient http = HttpClient.newHttpClient();
    private EmbeddedPostgres database;
    private Relay network;
    private Node node;

    @AfterEach
    void stop() throws IOException, InterruptedException {
        if (node != null) {
            node.close();
        }
        if (network != null) {
            network.close();
        }
        if (database != null) {
            database.close();
        }
    }

    @Test
    void whateverHappensToItIsToldAndWorkGoesOnWithoutARestart() throws Exception {
        var folder = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "lost");
        var data = folder.resolve("elsewhere").toAbsolutePath();
        database = server(data, 0);
        var port = database.getPort();
        network = new Relay(port);
        node = Node.start(
                folder,
                "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + network.port() + "/postgres",
                "--spring.datasource.username=postgres",
                "--spring.datasource.hikari.data-source-properties.reWriteBatchedInserts=true");
        works();

        network.swallow();
        isTold("数据库没有回答");
        network.mend();
        works();

        database.close();
        isTold("数据库暂时连不上");
        database = server(data, port);
        works();
    }

    private static EmbeddedPostgres server(Path data, int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setPort(port)
                .start();
    }

    private void isTold(String words) {
        await(words).atMost(LONG).until(() -> {
            var answer = get("/api/regions");
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
            return answer.statusCode() == 503 && answer.body().contains(words);
        });
        await(words).atMost(LONG).until(() -> {
            var health = get("/actuator/health");
            return health.statusCode() == 503 && health.body().contains(words);
        });
    }

    private void works() throws IOException, InterruptedException {
        await("answers").atMost(LONG).until(() -> {
            var answer = get("/api/regions");
            assertThat(answer.statusCode()).as(answer.body()).isIn(200, 503);
            return answer.statusCode() == 200;
        });
        await("health").atMost(LONG).until(() -> get("/actuator/health").statusCode() == 200);
        var done = new Reporter(node.address()).report("失联点位" + UUID.randomUUID());
        assertThat(new Reporter(node.address())
                        .problem(done.number())
                        .path("record")
                        .path("siteName")
                        .asText())
                .isEqualTo(done.site());
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(node.address() + path))
                .header("Authorization", Reporter.AUTHORIZATION)
                .build();
        return http.send(request, BodyHandlers.ofString());
    }
}

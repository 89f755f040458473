package io.wubu.disks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.util.FileSystemUtils;

/** f14: a disk that is nearly full refuses changes in words, and reading goes on; room again, and all goes on. */
class DisksIT extends WubuTest {

    private static final long MEGABYTE = 1024L * 1024;
    private static final long ENOUGH = 100_000 * MEGABYTE;
    private static final String BOUNDARY = "----wubu";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Autowired
    private Disks disks;

    @Autowired
    private ApplicationEventMulticaster events;

    @Value("${wubu.data-dir}")
    private Path dataDir;

    private String officer;

    @BeforeEach
    void openAccount() {
        officer = account(Role.SUPERVISION_TEAM, CITY);
    }

    @AfterEach
    void haveRoom() {
        disks.measureBy(folder -> ENOUGH);
        disks.measureBy(folder -> folder.toFile().getUsableSpace());
    }

    @Test
    void aFullDataDiskRefusesChangesWithFiguresAndGoesOnReading() throws Exception {
        disks.measureBy(folder -> 100 * MEGABYTE);

        var refused = send("POST", "/api/findings", "application/json", "{}");
        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(refused.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(json(refused).path("message").asText()).isEqualTo("磁盘空间不足：数据目录所在磁盘剩余 100 MB，至少需要 256 MB，请联系系统管理员");
        assertThat(json(refused).path("type").asText()).isEqualTo("urn:wubu:no-room");
        assertThat(upload().statusCode()).isEqualTo(507);
        assertThat(send("POST", engine("/task/x/claim"), "application/json", "{}")
                        .statusCode())
                .isEqualTo(507);
        assertThat(send("PUT", "/api/tasks/x/draft", "application/json", "{}").statusCode())
                .isEqualTo(507);

        assertThat(get("/api/problems").statusCode()).isEqualTo(200);
        assertThat(get("/api/me").statusCode()).isEqualTo(200);
        assertThat(send("POST", engine("/task/count"), "application/json", "{}").statusCode())
                .as("a query of the engine asked by POST")
                .isNotEqualTo(507);
        assertThat(send("POST", "/api/sign-in", "application/json", "{}").statusCode())
                .as("who mends it has to get in")
                .isNotEqualTo(507);

        disks.measureBy(folder -> ENOUGH);
        assertThat(upload().statusCode()).as("room again").isEqualTo(200);
    }

    @Test
    void aFullPhotoDiskRefusesPhotosOnly() throws Exception {
        disks.measureBy(folder -> folder.endsWith("evidence") ? 7 * MEGABYTE : ENOUGH);

        var refused = upload();
        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(json(refused).path("message").asText()).contains("照片目录所在磁盘剩余 7 MB");
        assertThat(send("POST", "/api/findings", "application/json", "{}").statusCode())
                .isNotEqualTo(507);
    }

    @Test
    void healthTellsItInWordsAndThePulseStaysAlive() throws Exception {
        disks.measureBy(folder -> 100 * MEGABYTE);

        var health = get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(503);
        var told = json(health).path("components").path("disks");
        assertThat(told.path("status").asText()).isEqualTo("OUT_OF_SERVICE");
        assertThat(told.path("details").path("note").asText()).contains("剩余 100 MB");
        assertThat(get("/actuator/health/readiness").statusCode())
                .as("every node's affair: reading goes on")
                .isEqualTo(200);
        assertThat(get("/actuator/health/liveness").statusCode()).isEqualTo(200);
    }

    /** A disk that isn't mounted leaves an empty folder: what is put there would be gone when it comes back. */
    @Test
    void noPhotoIsAcknowledgedInAnotherPlaceThanWhereTheOthersAre() throws Exception {
        var photos = dataDir.resolve("evidence");
        var away = dataDir.resolve("evidence-away");
        var kept = json(upload()).path(0).path("id").asText();
        Files.move(photos, away);
        try {
            isAway("照片目录不在原处或没有挂载：照片没有保存，请联系系统管理员");
            Files.createDirectory(photos);
            isAway("照片目录不在原处或没有挂载：照片没有保存，请联系系统管理员");
            Files.writeString(photos.resolve("home"), "11111111-2222-3333-4444-555555555555\n");
            isAway("照片目录不是本系统的目录：照片没有保存，请联系系统管理员");
            try (var left = Files.list(photos)) {
                assertThat(left).as("nothing but the foreign mark").hasSize(1);
            }
            var missing = get("/api/evidence/" + kept);
            assertThat(missing.statusCode()).isEqualTo(404);
            assertThat(json(missing).path("detail").asText()).contains("这张照片的文件不在照片目录中");
        } finally {
            FileSystemUtils.deleteRecursively(photos);
            Files.move(away, photos);
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> get("/actuator/health").body().contains("照片目录正常"));
        assertThat(upload().statusCode()).isEqualTo(200);
        assertThat(get("/api/evidence/" + kept).statusCode()).isEqualTo(200);
    }

    private void isAway(String words) throws Exception {
        var refused = upload();
        assertThat(refused.statusCode()).isEqualTo(507);
        assertThat(json(refused).path("detail").asText()).isEqualTo(words);
        var told = json(get("/actuator/health")).path("components").path("photos");
        assertThat(told.path("status").asText()).isEqualTo("OUT_OF_SERVICE");
        assertThat(told.path("details").path("note").asText()).isEqualTo(words);
        assertThat(get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    }

    /** {@code flow.engine.JobSwitch} hears it. */
    @Test
    void jobsRestMeanwhile() {
        var told = new ConcurrentLinkedQueue<Boolean>();
        events.addApplicationListener(new Hearing(told));
        try {
            disks.measureBy(folder -> 100 * MEGABYTE);
            await().atMost(Duration.ofSeconds(20)).until(() -> told.contains(false));
            disks.measureBy(folder -> ENOUGH);
            await().atMost(Duration.ofSeconds(20)).until(() -> told.contains(true));
        } finally {
            events.removeApplicationListeners(Hearing.class::isInstance);
        }
        assertThat(told).containsExactly(false, true);
    }

    @Test
    void theSpareFileIsGivenBackWhenAllRoomIsGoneAndMadeAgain() {
        var spare = dataDir.resolve("reserve");
        disks.measureBy(folder -> ENOUGH);
        assertThat(spare).hasSize(64 * MEGABYTE);
        disks.measureBy(folder -> MEGABYTE);
        assertThat(spare).doesNotExist();
        disks.measureBy(folder -> ENOUGH);
        assertThat(Files.exists(spare)).isTrue();
    }

    /** Hears what the disks tell. */
    private record Hearing(Queue<Boolean> told) implements ApplicationListener<PayloadApplicationEvent<DisksJudged>> {

        @Override
        public void onApplicationEvent(PayloadApplicationEvent<DisksJudged> event) {
            told.add(event.getPayload().mayChange());
        }
    }

    private HttpResponse<String> upload() throws Exception {
        var picture = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 24, BufferedImage.TYPE_INT_RGB), "png", picture);
        var head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.png\"\r\n"
                + "Content-Type: image/png\r\n\r\n";
        var body = new ByteArrayOutputStream();
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(picture.toByteArray());
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return http.send(
                request("/api/evidence")
                        .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                        .POST(BodyPublishers.ofByteArray(body.toByteArray()))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String engine(String route) {
        return "/camunda/api/engine/engine/default" + route;
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String method, String path, String type, String body)
            throws IOException, InterruptedException {
        return http.send(
                request(path)
                        .header("Content-Type", type)
                        .method(method, BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        var login = (officer + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login));
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }
}

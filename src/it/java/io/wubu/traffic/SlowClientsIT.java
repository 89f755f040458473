package io.wubu.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.embedded.tomcat.TomcatWebServer;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;

/**
 * More slow clients than there are threads, all of the address the officers come from, coming again as often as they are let
 * go: officers go on working.
 */
class SlowClientsIT extends WubuTest {

    private static final int MANY = 250;
    private static final int FEW = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** How long an officer waits at most; the attack, if it held, would go on for more than an hour. */
    private static final Duration MOST = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @LocalServerPort
    private int port;

    @Autowired
    private Floods floods;

    @Autowired
    private SlowClients watch;

    @Autowired
    private ServletWebServerApplicationContext context;

    private String officer;
    private String basic;

    @BeforeEach
    void openAccount() throws Exception {
        officer = account(Role.CITY_ECO_OFFICE, CITY);
        basic = basic(officer);
        officersWork();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            textBlock =
                    """
                    sign-in,            POST /api/sign-in,        Content-Type: application/json,                  false, 408
                    form of the webapp, POST /camunda/api/admin/auth/user/default/login/tasklist, Content-Type: application/x-www-form-urlencoded, false, 408
                    in chunks,          POST /api/sign-in,        Content-Type: application/json,                  true,  408
                    upload,             POST /api/evidence,       Content-Type: multipart/form-data; boundary=b,  false, 408
                    refused upload,     POST /camunda/x,          Content-Type: multipart/form-data; boundary=b,  false, 40.
                    refused change,     PUT /engine-rest/user,    Content-Type: application/json,                  true,  40.
                    page with a body,   GET /desk/sign-in.html,   Accept: text/html,                               false, 200
                    health with a body, GET /actuator/health,     Accept: */*,                                     true,  (200|408)
                    nothing there,      POST /nothing,            Accept: text/html,                               false, 404
                    """)
    void slowBodiesHoldUpNobody(String name, String line, String header, boolean chunked, String told)
            throws Exception {
        var known = name.equals("upload") ? cookie(account(Role.CITY_GOV, CITY)) : "";
        var length = chunked ? "Transfer-Encoding: chunked" : "Content-Length: 5000";
        var beginning = line + " HTTP/1.1\r\nHost: wubu\r\n" + known + header + "\r\n" + length + "\r\n\r\n";
        try (var attack = SlowWire.sending(port, beginning, chunked ? "1\r\n \r\n" : " ", MANY)) {
            officersWorkBeside(attack);
            assertThat(attack.heard())
                    .filteredOn(words -> !words.isEmpty())
                    .isNotEmpty()
                    .allSatisfy(words -> assertThat(words).matches("(?s)HTTP/1.1 " + told + " .*"));
        }
    }

    @Test
    void whoPromisesABodyAndSendsNoneHoldsUpNobodyAndIsToldSo() throws Exception {
        var beginning = "POST /api/sign-in HTTP/1.1\r\nHost: wubu\r\nContent-Type: application/json\r\n"
                + "Expect: 100-continue\r\nContent-Length: 5000\r\n\r\n";
        try (var attack = SlowWire.sending(port, beginning, "", MANY)) {
            officersWorkBeside(attack);
            assertThat(attack.heard()).anySatisfy(words -> assertThat(words)
                    .contains("HTTP/1.1 408 ", "urn:wubu:too-slow", "请求内容传得太慢，已中断"));
        }
    }

    @Test
    void whoIsKnownOnAConnectionWaitsBehindNoStrangerThere() throws Exception {
        var strangers = strangers();
        try (var socket = new Socket("127.0.0.1", port)) {
            var before = strangers.known();
            ask(socket, "/desk/sign-in.html", "");
            assertThat(strangers.known()).isEqualTo(before);
            ask(socket, "/api/me", "Authorization: " + basic + "\r\n");
            assertThat(strangers.known()).isEqualTo(before + 1);
            ask(socket, "/desk/sign-in.html", "");
            assertThat(strangers.known()).isEqualTo(before + 1);
            ask(socket, "/api/me", "Authorization: Basic eDp5\r\n"); // a proxy sends many people's requests
            assertThat(strangers.known()).isEqualTo(before);
        }
    }

    @Test
    void healthSaysInWordsThatSomebodyHoldsConnections() throws Exception {
        var beginning = "POST /api/sign-in HTTP/1.1\r\nHost: wubu\r\nContent-Type: application/json\r\n"
                + "Content-Length: 5000\r\n\r\n";
        try (var attack = SlowWire.sending(port, beginning, " ", MANY)) {
            await().atMost(PATIENCE).until(() -> health().contains("\"STRAINED\""));
            assertThat(health()).contains("有人占住连接不发或不读");
            assertThat(attack.heard()).isNotNull();
        }
    }

    private String health() throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private Strangers strangers() {
        var server = (TomcatWebServer) context.getWebServer();
        var protocol = (WatchedProtocol) server.getTomcat().getConnector().getProtocolHandler();
        return protocol.strangers();
    }

    private static void ask(Socket socket, String path, String header) throws IOException {
        var out = socket.getOutputStream();
        out.write(("HEAD " + path + " HTTP/1.1\r\nHost: wubu\r\n" + header + "\r\n").getBytes(UTF_8));
        var in = socket.getInputStream();
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.read());
        }
    }

    @Test
    void headsThatNeverEndHoldUpNobody() throws Exception {
        try (var attack = SlowWire.sending(port, "POST /api/sign-in HTTP/1.1\r\nHost: wubu\r\n", "X: y\r\n", MANY)) {
            officersWorkBeside(attack);
        }
    }

    @Test
    void connectionsBeyondNumberHoldUpNobody() throws Exception {
        var before = floods.sum(Floods.Kind.CONNECTION);
        try (var attack = SlowWire.sending(port, "", "", 1500)) {
            officersWork();
            await().atMost(PATIENCE).until(() -> attack.open() <= 1100);
            officersWork();
        }
        assertThat(floods.sum(Floods.Kind.CONNECTION)).isGreaterThan(before);
    }

    @Test
    void slowReadersHoldUpNobody() throws Exception {
        var reader = account(Role.CITY_GOV, CITY);
        var photo = upload(reader, noise(1000));
        assertThat(photo.statusCode()).as(photo.body()).isEqualTo(200);
        var id = photo.body().replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
        var before = floods.sum(Floods.Kind.READER);
        var request = "GET /api/evidence/" + id + " HTTP/1.1\r\nHost: wubu\r\n" + cookie(reader) + "\r\n";
        try (var attack = SlowWire.reading(port, request, MANY)) {
            officersWork();
            await().atMost(PATIENCE).until(() -> floods.sum(Floods.Kind.READER) >= before + FEW); // one account alone
            officersWork();
            attack.comeNoMore();
            await().atMost(PATIENCE).until(() -> watch.waiting() == 0);
        }
    }

    @Test
    void aPhoneOnABadLineUploadsItsPhotoBesideAnAttack() throws Exception {
        var beginning = "POST /api/sign-in HTTP/1.1\r\nHost: wubu\r\nContent-Type: application/json\r\n"
                + "Content-Length: 5000\r\n\r\n";
        try (var attack = SlowWire.sending(port, beginning, " ", MANY);
                var phone = new Socket("127.0.0.1", port)) {
            var body = multipart(noise(700));
            var out = phone.getOutputStream();
            out.write(("POST /api/evidence HTTP/1.1\r\nHost: wubu\r\nAuthorization: " + basic
                            + "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " + body.length
                            + "\r\nConnection: close\r\n\r\n")
                    .getBytes(UTF_8));
            for (var sent = 0; sent < body.length; sent += 10_000) { // longer than anybody who sends nothing may take
                out.write(body, sent, Math.min(10_000, body.length - sent));
                TimeUnit.MILLISECONDS.sleep(100);
            }
            assertThat(new String(phone.getInputStream().readAllBytes(), UTF_8)).startsWith("HTTP/1.1 200 ");
            assertThat(attack.ended()).isGreaterThan(MANY);
        }
    }

    @Test
    void halfAFormIsNoAttemptToSignIn() throws Exception {
        var before = attempts();
        sendForm("username=nobody&password=", 500);
        assertThat(attempts()).isEqualTo(before);
        sendForm("username=nobody&password=x", 26);
        assertThat(attempts()).isEqualTo(before + 1);
    }

    /** Sends a form of the webapp's sign-in and hangs up as soon as it is sent. */
    private void sendForm(String form, int length) throws IOException {
        try (var client = new Socket("127.0.0.1", port)) {
            client.getOutputStream()
                    .write(("POST /camunda/api/admin/auth/user/default/login/tasklist HTTP/1.1\r\nHost: wubu\r\n"
                                    + "Connection: close\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                    + "Content-Length: " + length + "\r\n\r\n" + form)
                            .getBytes(UTF_8));
            client.shutdownOutput();
            client.getInputStream().readAllBytes();
        }
    }

    @Test
    void aFloodIsWrittenDownInOneRow() {
        floods.tell();
        var rows = rows();
        for (var i = 0; i < MANY; i++) {
            floods.count(Floods.Kind.SENDER, Sources.of(null));
        }
        floods.tell();
        assertThat(rows()).isEqualTo(rows + 1);
        assertThat(jdbc.sql("select reason from wubu.audit_event where source = '0:0:0:0:0:0:0:0' order by id desc"
                                + " limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("一分钟内中断传得太慢的请求 250 个");
    }

    /** Officers work while the attack goes on; every one of its connections ends once no more come. */
    private void officersWorkBeside(SlowWire attack) throws Exception {
        officersWork();
        await().atMost(PATIENCE).until(() -> attack.ended() > MANY / 4);
        officersWork();
        attack.comeNoMore();
        await().atMost(PATIENCE).until(() -> attack.open() == 0);
        officersWork();
    }

    /** Of a session of his own; HTTP Basic would cost each attacker's request a look at the password. */
    private String cookie(String account) throws Exception {
        var cookies = signIn(account).headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";", 2)[0])
                .toList();
        var token = cookies.stream()
                .filter(cookie -> cookie.startsWith("XSRF-TOKEN="))
                .map(cookie -> cookie.split("=", 2)[1])
                .findFirst()
                .orElseThrow();
        return "Cookie: " + String.join("; ", cookies) + "\r\nX-XSRF-TOKEN: " + token + "\r\n";
    }

    private HttpResponse<String> signIn(String account) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address("/api/sign-in")))
                        .header("Content-Type", "application/json")
                        .timeout(MOST)
                        .POST(BodyPublishers.ofString(
                                "{\"account\":\"" + account + "\",\"password\":\"" + PASSWORD + "\"}"))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String basic(String account) {
        return "Basic " + Base64.getEncoder().encodeToString((account + ":" + PASSWORD).getBytes(UTF_8));
    }

    private void officersWork() throws Exception {
        var list = http.send(
                HttpRequest.newBuilder(URI.create(address("/api/problems")))
                        .header("Authorization", basic)
                        .timeout(MOST)
                        .build(),
                BodyHandlers.ofString());
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(signIn(officer).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> upload(String account, byte[] picture) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(address("/api/evidence")))
                        .header("Authorization", basic(account))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(BodyPublishers.ofByteArray(multipart(picture)))
                        .build(),
                BodyHandlers.ofString());
    }

    private static byte[] multipart(byte[] picture) {
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--b\r\nContent-Disposition: form-data; name=\"files\"; filename=\"a.png\"\r\n"
                        + "Content-Type: image/png\r\n\r\n")
                .getBytes(UTF_8));
        body.writeBytes(picture);
        body.writeBytes("\r\n--b--\r\n".getBytes(UTF_8));
        return body.toByteArray();
    }

    /** A picture nothing can shorten: three bytes for each of its size². */
    private static byte[] noise(int size) throws IOException {
        var picture = new BufferedImage(size, size, BufferedImage.TYPE_INT_RGB);
        var random = new Random(1);
        for (var x = 0; x < size; x++) {
            for (var y = 0; y < size; y++) {
                picture.setRGB(x, y, random.nextInt());
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }

    private int attempts() {
        return jdbc.sql("select count(*) from wubu.audit_event where kind = 'SIGN_IN' and result = 'REFUSED'")
                .query(Integer.class)
                .single();
    }

    private int rows() {
        return jdbc.sql("select count(*) from wubu.audit_event where source = '0:0:0:0:0:0:0:0'")
                .query(Integer.class)
                .single();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}

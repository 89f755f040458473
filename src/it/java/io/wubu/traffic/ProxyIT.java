package io.wubu.traffic;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The proxy of docs/proxy/nginx.conf before a server that tells what reaches it. Needs nginx; without it these tests are
 * reported as skipped, or fail if WUBU_NGINX is "required" (.ci/run).
 */
class ProxyIT {

    private static final int MANY = 250;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final AtomicInteger reached = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @TempDir
    private Path folder;

    private int port;
    private HttpServer upstream;
    private Process nginx;

    @BeforeEach
    void start() throws IOException {
        var program = Stream.of("/usr/sbin/nginx", "/usr/bin/nginx", "/usr/local/sbin/nginx")
                .filter(path -> new File(path).canExecute())
                .findFirst();
        if (program.isEmpty() && "required".equals(System.getenv("WUBU_NGINX"))) {
            throw new AssertionError("nginx is required and not on this machine");
        }
        Assumptions.assumeTrue(program.isPresent(), "needs nginx");
        upstream = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        upstream.createContext("/", this::tell);
        upstream.setExecutor(threads);
        upstream.start();
        port = freePort();
        var configuration = Files.readString(Path.of("docs/proxy/nginx.conf"))
                .replace("127.0.0.1:8443", "127.0.0.1:" + port)
                .replace("127.0.0.1:8080", "127.0.0.1:" + upstream.getAddress().getPort())
                .replace("/tmp/wubu-nginx.pid", folder.resolve("pid").toString());
        var file = Files.writeString(folder.resolve("nginx.conf"), "daemon off;\n" + configuration);
        nginx = new ProcessBuilder(program.orElseThrow(), "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        await().atMost(PATIENCE).until(() -> !nginx.isAlive() || answers());
        assertThat(nginx.isAlive()).as(Files.readString(folder.resolve("log"))).isTrue();
        reached.set(0);
    }

    @AfterEach
    void stop() {
        if (nginx != null) {
            nginx.destroy();
            upstream.stop(0);
            threads.shutdownNow();
        }
    }

    @Test
    void slowBodiesDoNotReachTheApplication() throws IOException {
        var beginning = "POST /api/problems HTTP/1.1\r\nHost: wubu.example\r\nContent-Length: 5000\r\n\r\n";
        try (var attack = SlowWire.sending(port, beginning, " ", MANY)) {
            assertThat(get("/api/problems", "")).startsWith("HTTP/1.1 200 ");
            assertThat(reached).hasValue(1);
            assertThat(attack.open()).isEqualTo(MANY);
        }
    }

    @Test
    void theCallersAddressAndOurNameAreWhatTheProxyKnows() throws IOException {
        assertThat(get(
                        "/",
                        "X-Forwarded-For: 10.9.9.9\r\nX-Forwarded-Host: evil.example\r\nForwarded: for=10.9.9.9\r\n"))
                .contains("[Host]=wubu.example;", "[X-Forwarded-For]=127.0.0.1;", "[X-Forwarded-Proto]=http;")
                .doesNotContain("10.9.9.9", "evil");
    }

    @Test
    void whoAsksForAnotherNameGetsNothing() throws IOException {
        assertThat(say("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
                .isEmpty();
        assertThat(reached).hasValue(0);
    }

    @Test
    void onlyUploadsMayBeLong() throws IOException {
        assertThat(post("/api/problems", 2 << 20)).startsWith("HTTP/1.1 413 ");
        assertThat(reached).hasValue(0);
        assertThat(post("/api/evidence", 2 << 20)).startsWith("HTTP/1.1 200 ");
        assertThat(post("/api/ledger/import", 2 << 20)).startsWith("HTTP/1.1 200 ");
        assertThat(post("/api/calendar/2027", 2 << 20)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void passwordsCantBeTriedByTheHundred() throws IOException {
        var refused = 0;
        for (var i = 0; i < 300; i++) {
            refused += post("/api/sign-in", 2).startsWith("HTTP/1.1 429 ") ? 1 : 0;
        }
        assertThat(refused).isPositive();
        assertThat(get("/api/problems", "")).startsWith("HTTP/1.1 200 ");
    }

    /** Answers with the headers that came. */
    private void tell(HttpExchange exchange) throws IOException {
        reached.incrementAndGet();
        exchange.getRequestBody().readAllBytes();
        var words = new StringBuilder();
        exchange.getRequestHeaders().forEach((name, values) -> words.append("[")
                .append(name.equalsIgnoreCase("host") ? "Host" : canonical(name))
                .append("]=")
                .append(String.join(",", values))
                .append(";"));
        var body = words.toString().getBytes(UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String canonical(String name) {
        return Stream.of("X-Forwarded-For", "X-Forwarded-Proto")
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElse(name);
    }

    private boolean answers() {
        try {
            return get("/", "").startsWith("HTTP/1.1 200 ");
        } catch (IOException e) {
            return false;
        }
    }

    private String get(String path, String headers) throws IOException {
        return say("GET " + path + " HTTP/1.1\r\nHost: wubu.example\r\n" + headers + "Connection: close\r\n\r\n");
    }

    private String post(String path, int length) throws IOException {
        return say("POST " + path + " HTTP/1.1\r\nHost: wubu.example\r\nConnection: close\r\nContent-Length: " + length
                + "\r\n\r\n" + " ".repeat(length));
    }

    private String say(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            var answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request.getBytes(UTF_8));
            } catch (SocketException e) {
                // refused before it was all said
            }
            try {
                socket.getInputStream().transferTo(answer);
            } catch (SocketException e) {
                // hung up on; what was said before counts
            }
            return answer.toString(UTF_8);
        }
    }

    private static int freePort() throws IOException {
        try (var probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}

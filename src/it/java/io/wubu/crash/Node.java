package io.wubu.crash;

import static org.awaitility.Awaitility.await;

import io.wubu.Owner;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The application as a process of its own, with its embedded database, on a data directory. */
class Node implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(6);

    private final Path data;
    private final int port;
    private final Process process;

    private Node(Path data, int port, Process process) {
        this.data = data;
        this.port = port;
        this.process = process;
    }

    /** Starts it, with settings of the caller's, and waits until it answers. */
    static Node start(Path data, String... settings) throws IOException {
        return startIn("Asia/Shanghai", data, settings);
    }

    /** The same on a machine of another zone. */
    static Node startIn(String zone, Path data, String... settings) throws IOException {
        Files.createDirectories(data);
        var port = freePort();
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=" + zone,
                "-Dfile.encoding=UTF-8",
                "-Xmx700m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.wubu.WubuApplication",
                "--server.port=" + port,
                "--server.address=127.0.0.1",
                "--wubu.sample.enabled=false",
                "--wubu.sign-in.failures=100000", // whether it answers is asked before the account is there
                "--wubu.sign-in.source-failures=100000",
                "--wubu.data-dir=" + data,
                "--spring.main.sources=" + Seed.class.getName()));
        command.addAll(List.of(settings));
        var log = data.resolve("log-" + port + ".txt").toFile();
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log)
                .start();
        var node = new Node(data, port, process);
        await("start, see " + log)
                .atMost(START)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> node.answers() || !process.isAlive());
        if (!process.isAlive()) {
            throw new AssertionError("the application did not start:\n" + tail(log));
        }
        return node;
    }

    String address() {
        return "http://127.0.0.1:" + port;
    }

    /** SIGKILL: no shutdown hook runs, the database server is left behind. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** The embedded database, which outlives a killed application. */
    JdbcClient database() throws IOException {
        return JdbcClient.create(new DriverManagerDataSource(databaseAddress()));
    }

    /** The process of the embedded server. */
    long databasePid() throws IOException {
        return Long.parseLong(postmasterLines().get(0).strip());
    }

    String databaseAddress() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + postmasterLines().get(3).strip() + "/postgres?user=" + Owner.NAME
                + "&password=" + Owner.password(data);
    }

    /** The embedded database's first process. */
    ProcessHandle postmaster() throws IOException {
        return ProcessHandle.of(Long.parseLong(postmasterLines().get(0).strip()))
                .orElseThrow();
    }

    /** SIGTERM; whether it has ended by then. */
    boolean ends(Duration within) throws InterruptedException {
        process.destroy();
        return process.waitFor(within.toSeconds(), TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.destroy();
        if (!process.waitFor(40, TimeUnit.SECONDS)) {
            kill();
        }
        if (Files.exists(postmasterFile())) {
            ProcessHandle.of(Long.parseLong(postmasterLines().get(0).strip())).ifPresent(ProcessHandle::destroy);
        }
    }

    private List<String> postmasterLines() throws IOException {
        return Files.readAllLines(postmasterFile());
    }

    private Path postmasterFile() {
        return data.resolve("postgres/postmaster.pid");
    }

    private boolean answers() {
        try {
            var request = HttpRequest.newBuilder(URI.create(address() + "/api/regions"))
                    .header("Authorization", Reporter.AUTHORIZATION)
                    .build();
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String tail(File log) throws IOException {
        var lines = Files.readAllLines(log.toPath());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 40), lines.size()));
    }
}

package io.wubu.database.embedded;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A PostgreSQL of our own: made, started and ended with PostgreSQL's own programs, always on the same port. */
final class EmbeddedServer {

    private static final String LONGEST_START = "120";
    private static final List<String> SETTINGS = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "restart_after_crash=on",
            "max_connections=120",
            "timezone=Asia/Shanghai",
            "listen_addresses=localhost",
            "unix_socket_directories=", // none: a file in /tmp under a number that has gone to another would keep it
            // from starting
            "jit=off"); // compiling a list's plan takes longer than running it

    private final Path data;
    private final Binaries binaries;
    private final EmbeddedRoles roles;
    private final int port;

    EmbeddedServer(Path dataDir, EmbeddedRoles roles) throws IOException {
        this.data = dataDir.resolve("postgres").toAbsolutePath();
        this.binaries = new Binaries(dataDir.resolve("postgres-binaries").toAbsolutePath());
        this.roles = roles;
        try (var free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    /** Where it keeps its files. */
    Path data() {
        return data;
    }

    /** How a role reaches it. */
    String jdbcUrl(String user) {
        return "jdbc:postgresql://localhost:%d/postgres?user=%s".formatted(port, user);
    }

    /** The owner's connections, made one by one. */
    DataSource ownersConnections() {
        var source = new PGSimpleDataSource();
        source.setURL(jdbcUrl(EmbeddedRoles.OWNER));
        source.setPassword(roles.ownerPassword());
        return source;
    }

    /**
     * Makes the directory if there is none: aside, so that a start that dies half-way leaves none. An empty one, such as another
     * disk's, is filled where it is.
     */
    void initialise() throws IOException {
        if (Files.exists(data.resolve("PG_VERSION"))) {
            return;
        }
        var aside = data.resolveSibling("postgres-unfinished");
        Folders.remove(aside);
        var place = Files.exists(data) ? data : aside;
        run(
                "initdb",
                List.of(
                        "-A",
                        "scram-sha-256",
                        "-U",
                        EmbeddedRoles.OWNER,
                        "-E",
                        "UTF-8",
                        "-D",
                        place.toString(),
                        "--pwfile=" + roles.ownerKeyFile()));
        if (place.equals(aside)) {
            Files.move(aside, data);
        }
    }

    /** Starts it and waits until it answers; {@link IOException} with the server's own last words if it does not. */
    ProcessHandle start() throws IOException {
        var options = new StringBuilder("-p ").append(port);
        SETTINGS.forEach(setting -> options.append(" -c ").append(setting));
        run("pg_ctl", List.of("-D", data.toString(), "-o", options.toString(), "-w", "-t", LONGEST_START, "start"));
        return Holders.server(Holders.of(data)).orElseThrow(() -> new IOException("数据库启动后随即结束"));
    }

    /** Ends it in any state: gently for so long, then the hard way, which takes some four seconds more. */
    void stop(Duration gently) throws IOException {
        LeftBehind.end(data, gently);
    }

    private void run(String program, List<String> arguments) throws IOException {
        var process = new ProcessBuilder(binaries.command(program, arguments))
                .redirectErrorStream(true)
                .start();
        var words = new ServerWords(process.getInputStream());
        try {
            if (!process.waitFor(Integer.parseInt(LONGEST_START) + 30L, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " 没有按时结束：" + words.last());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(program + " interrupted", e);
        }
        if (process.exitValue() != 0) {
            words.settle();
            throw new IOException(program + " 失败：" + words.last());
        }
    }
}

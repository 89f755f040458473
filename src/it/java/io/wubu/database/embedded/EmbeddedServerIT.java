package io.wubu.database.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.wubu.shared.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Servers of our own, without an application: whose they are, that they come back, that they end. */
class EmbeddedServerIT {

    private static final Duration GENTLY = Duration.ofSeconds(10);
    private static final Duration SOON = Duration.ofSeconds(60);

    private final List<Keeper> keepers = new ArrayList<>();
    private final List<Path> folders = new ArrayList<>();
    private final List<Process> strangers = new ArrayList<>();
    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createTempDirectory(Files.createDirectories(Path.of("target/servers")), "s")
                .toAbsolutePath();
    }

    @AfterEach
    void endAll() throws IOException {
        keepers.forEach(Keeper::close);
        for (var folder : folders) {
            if (Files.exists(folder)) {
                LeftBehind.end(folder, GENTLY);
            }
        }
        strangers.forEach(Process::destroyForcibly);
        Folders.remove(root);
    }

    /** f05: the number in the copied pid file is the live server's. */
    @Test
    void aCopyOfARunningDirectoryStopsNobodyElsesServer() throws Exception {
        var live = keeper("live");
        var copy = root.resolve("copy");
        copyTree(root.resolve("live"), copy);
        assertThat(copy.resolve("postgres/postmaster.pid")).exists();

        var second = keeper("copy");

        assertThat(second.answers()).isTrue();
        assertThat(live.answers()).as("the live one").isTrue();
        assertThat(second.pid()).isNotEqualTo(live.pid());
        second.keeper().close();
        assertThat(live.answers()).as("after the copy's end").isTrue();
    }

    @Test
    void aMovedDirectorysServerIsFoundThoughItsPidFileNamesTheOldPlace() throws Exception {
        var orphan = orphan("here");
        var moved = root.resolve("there");
        Files.move(root.resolve("here"), moved);
        folders.add(moved.resolve("postgres"));

        LeftBehind.clear(moved.resolve("postgres"), GENTLY);

        await().atMost(SOON).until(() -> !orphan.isAlive());
        assertThat(moved.resolve("postgres/postmaster.pid")).doesNotExist();
    }

    @Test
    void aDirectoryReachedByALinkIsTheSameDirectory() throws Exception {
        var orphan = orphan("real");
        var link = Files.createSymbolicLink(root.resolve("link"), root.resolve("real"));

        LeftBehind.clear(link.resolve("postgres"), GENTLY);

        await().atMost(SOON).until(() -> !orphan.isAlive());
    }

    /** The number has gone to another process since; its program even lies in a folder called postgres. */
    @Test
    void anotherProcessUnderTheNumberIsLeftAlone() throws Exception {
        var data = Files.createDirectories(root.resolve("x/postgres"));
        var program = Files.createDirectories(root.resolve("postgres")).resolve("postgres-sleep");
        Files.copy(Path.of("/bin/sleep").toRealPath(), program);
        var stranger = new ProcessBuilder(program.toString(), "300").start();
        strangers.add(stranger);
        Files.writeString(data.resolve("postmaster.pid"), stranger.pid() + "\n" + data + "\n1\n");

        LeftBehind.clear(data, GENTLY);

        assertThat(stranger.isAlive()).isTrue();
        assertThat(data.resolve("postmaster.pid")).doesNotExist();
    }

    @Test
    void anUnreadablePidFileKeepsNobodyFromStarting() throws Exception {
        keeper("garbled").keeper().close();
        for (var text : List.of("", "kein Prozess\n", "99999999999999999999\n", "-1\n", "1\n")) {
            Files.writeString(root.resolve("garbled/postgres/postmaster.pid"), text);

            var server = keeper("garbled");

            assertThat(server.answers()).as(text).isTrue();
            server.keeper().close();
        }
    }

    @Test
    void anOrphanThatDoesNotHearIsEndedByForce() throws Exception {
        var orphan = orphan("frozen");
        signal("STOP", orphan.pid());

        LeftBehind.clear(root.resolve("frozen/postgres"), Duration.ofSeconds(1));

        await().atMost(SOON).until(() -> !orphan.isAlive());
        assertThat(keeper("frozen").answers()).isTrue();
    }

    /** f06. */
    @Test
    void aKilledServerComesBackOnTheSamePort() throws Exception {
        var server = keeper("killed");
        var first = server.pid();

        signal("KILL", first);

        await().atMost(SOON).ignoreExceptions().until(() -> server.pid() != first && server.answers());
    }

    @Test
    void aServerStoppedByHandComesBack() throws Exception {
        var server = keeper("stopped");
        var first = server.pid();

        signal("INT", first);

        await().atMost(SOON).ignoreExceptions().until(() -> server.pid() != first && server.answers());
    }

    @Test
    void itComesBackAlthoughItsProgramsHaveVanished() throws Exception {
        var server = keeper("bare");
        var first = server.pid();
        Folders.remove(root.resolve("bare/postgres-binaries"));

        signal("KILL", first);

        await().atMost(SOON).ignoreExceptions().until(() -> server.pid() != first && server.answers());
    }

    @Test
    void aFrozenServerEndsWithItsKeeper() throws Exception {
        var server = keeper("still");
        var process = ProcessHandle.of(server.pid()).orElseThrow();
        signal("STOP", server.pid());

        server.keeper().close();

        await().atMost(SOON).until(() -> !process.isAlive());
    }

    @Test
    void aFirstStartThatDiedHalfWayIsBegunAgain() throws Exception {
        var unfinished = Files.createDirectories(root.resolve("half/postgres-unfinished"));
        Files.writeString(unfinished.resolve("PG_VERSION"), "17");
        Files.createDirectories(root.resolve("half/postgres"));

        assertThat(keeper("half").answers()).isTrue();
        assertThat(unfinished).doesNotExist();
    }

    @Test
    void aLostOwnersKeyIsNamedAndNotReplaced() throws Exception {
        keeper("lost").keeper().close();
        var key = root.resolve("lost/database-owner.key");
        Files.delete(key);

        assertThatThrownBy(() -> new EmbeddedRoles(root.resolve("lost")))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("database-owner.key")
                .hasMessageContaining("从备份恢复");
        assertThat(key).doesNotExist();
    }

    @Test
    void anothersOwnersKeyIsNamed() throws Exception {
        keeper("other").keeper().close();
        Files.writeString(root.resolve("other/database-owner.key"), "ab".repeat(32));

        assertThatThrownBy(() -> keeper("other"))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("database-owner.key")
                .hasMessageContaining("与数据库不符");
    }

    @Test
    void whatALinkLeadsToIsLockedAsWell() throws Exception {
        var photos = Files.createDirectories(root.resolve("photo-disk"));
        var home = Files.createDirectories(root.resolve("home"));
        Files.createSymbolicLink(home.resolve("evidence"), photos);

        DataDirectory.claim(home, home.resolve("seals"));

        assertThat(photos.resolve("wubu.lock")).exists();
    }

    /** A running server, its keeper and how to ask it. */
    private record Running(Keeper keeper, EmbeddedServer server) {

        Path data() {
            return server.data();
        }

        long pid() {
            return Holders.server(Holders.of(data())).orElseThrow().pid();
        }

        boolean answers() throws SQLException {
            try (var connection = server.ownersConnections().getConnection();
                    var statement = connection.createStatement();
                    var answer = statement.executeQuery("select 1")) {
                return answer.next();
            }
        }
    }

    private Running keeper(String name) throws IOException, InterruptedException, SQLException {
        var home = home(name);
        var roles = new EmbeddedRoles(home);
        var server = new EmbeddedServer(home, roles);
        var keeper = new Keeper(server, 5, Duration.ofMinutes(10));
        folders.add(server.data());
        keepers.add(keeper);
        keeper.start();
        roles.establish(server.ownersConnections(), server.data());
        return new Running(keeper, server);
    }

    /** A data directory that exists, or a copy of one that was made once for all. */
    private Path home(String name) throws IOException, InterruptedException {
        var home = root.resolve(name);
        if (!Files.exists(home)) {
            copyTree(model(), home);
        }
        return home;
    }

    private Path model() throws IOException {
        var model = Files.createDirectories(root.resolveSibling("model"));
        var programs = Files.createDirectories(root.resolveSibling("programs"));
        if (!Files.exists(model.resolve("postgres-binaries"))) {
            Files.createSymbolicLink(model.resolve("postgres-binaries"), programs);
        }
        new EmbeddedServer(model, new EmbeddedRoles(model)).initialise();
        return model;
    }

    /** A server nobody watches any more. */
    private ProcessHandle orphan(String name) throws IOException, InterruptedException {
        var home = home(name);
        var server = new EmbeddedServer(home, new EmbeddedRoles(home));
        folders.add(server.data());
        return server.start();
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(pid)).start().waitFor();
    }

    private static void copyTree(Path from, Path to) throws IOException, InterruptedException {
        var copied = new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                .start()
                .waitFor();
        assertThat(copied).isZero();
    }
}

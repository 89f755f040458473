package io.wubu.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wubu.Owner;
import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A request's work in the database ends with its client, if it only reads. */
class ClientGoneIT extends WubuTest {

    @LocalServerPort
    private int port;

    @Autowired
    private DataSource source;

    @Value("${wubu.data-dir}")
    private Path dataDir;

    private JdbcClient owner;

    @BeforeEach
    void begin() {
        owner = Owner.of(source, dataDir);
    }

    @Test
    void aListIsStoppedWhenNobodyWaitsForItAnyMore() throws IOException {
        var path = "/api/evidence/" + UUID.randomUUID();
        try (var photos = new SlowView(owner, "photo")) {
            try (var client = send("GET", path, "")) {
                await().atMost(Duration.ofMinutes(1)).until(() -> photos.readers() == 1);
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> photos.readers() == 0);
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> !reasons(path).isEmpty());
        assertThat(reasons(path)).isEqualTo("503 database left");
    }

    @Test
    void aListIsNotStoppedWhileItsClientWaits() throws IOException {
        var path = "/api/evidence/" + UUID.randomUUID();
        try (var photos = new SlowView(owner, "photo");
                var client = send("GET", path, "")) {
            var answer = new String(client.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
            assertThat(answer).isEqualTo("HTTP/1.1 503");
        }
        await().atMost(Duration.ofMinutes(1)).until(() -> !reasons(path).isEmpty());
        assertThat(reasons(path)).isEqualTo("503 database too-long");
    }

    /** Its client may be gone for the very reason that it takes long; what was handed in counts. */
    @Test
    void aStepIsDoneThoughItsClientHasGone() throws IOException {
        var officer = account(Role.SUPERVISION_TEAM, CITY);
        var before = choices(officer);
        owner.sql("create function wubu.slowly() returns trigger language plpgsql as"
                        + " 'begin perform pg_sleep(4); return new; end'")
                .update();
        owner.sql("create trigger slowly before update on wubu.person for each row execute function wubu.slowly()")
                .update();
        try {
            try (var client =
                    send("PUT", "/api/me/post", "{\"role\":\"SUPERVISION_TEAM\",\"regionCode\":\"" + CITY + "\"}")) {
                await().atMost(Duration.ofMinutes(1)).until(() -> sleeping() == 1);
            }
            await().atMost(Duration.ofMinutes(1)).until(() -> choices(officer) == before + 1);
        } finally {
            owner.sql("drop function wubu.slowly() cascade").update();
        }
    }

    private Socket send(String method, String path, String body) throws IOException {
        var login =
                Base64.getEncoder().encodeToString((account(Role.SUPERVISION_TEAM, CITY) + ":" + PASSWORD).getBytes());
        var client = new Socket("127.0.0.1", port);
        client.getOutputStream()
                .write(("%s %s HTTP/1.1\r\nHost: 127.0.0.1:%d\r\nAuthorization: Basic %s\r\n"
                                + "Content-Type: application/json\r\nContent-Length: %d\r\n\r\n%s")
                        .formatted(method, path, port, login, body.length(), body)
                        .getBytes(StandardCharsets.US_ASCII));
        return client;
    }

    private String reasons(String path) {
        return String.join(
                " ",
                owner.sql("select reason from wubu.audit_event where object = :object")
                        .param("object", "GET " + path)
                        .query(String.class)
                        .list());
    }

    private int choices(String officer) {
        return owner.sql("select count(*) from wubu.audit_event where account = :account and kind = 'POST'")
                .param("account", officer)
                .query(Integer.class)
                .single();
    }

    private int sleeping() {
        return owner.sql("select count(*) from pg_stat_activity where wait_event = 'PgSleep'")
                .query(Integer.class)
                .single();
    }
}

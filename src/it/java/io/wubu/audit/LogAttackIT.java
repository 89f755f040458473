package io.wubu.audit;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.Heard;
import io.wubu.access.Browser;
import io.wubu.audit.chain.AuditTest;
import io.wubu.people.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** T67: whatever somebody sends, an event stays one line of the log and a row of the audit log, and nothing is looked up. */
class LogAttackIT extends AuditTest {

    private static final Pattern HARMFUL = Pattern.compile("[\\p{Cc}\\p{Cf}\\u2028\\u2029]");

    private ServerSocketChannel listener;
    private List<String> texts;

    @BeforeEach
    void listen() throws IOException {
        listener = ServerSocketChannel.open();
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        listener.configureBlocking(false);
        var lookup = "${jndi:ldap://127.0.0.1:" + listener.socket().getLocalPort() + "/a}";
        texts = List.of(
                "a\r\n2026-11-24 ERROR forged",
                "a\nforged",
                "\u001b[31mred\u001b[0m\u0007",
                "\u0085\u2028\u2029\u202Egnp",
                "a\u0000b",
                lookup,
                "${env:PATH} %n %d ${java:version} {} {}",
                "x".repeat(900_000));
    }

    @AfterEach
    void nothingWasLookedUp() throws IOException {
        assertThat(listener.accept()).as("a lookup's connection").isNull();
        listener.close();
        jdbc.sql("delete from wubu.sign_in_failure").update();
    }

    @Test
    void anEventIsOneLineWhateverItHolds() {
        var log = LoggerFactory.getLogger(LogAttackIT.class);
        List<ILoggingEvent> heard;
        try (var ears = Heard.all()) {
            for (var text : texts) {
                log.error("refused {}", text, new IllegalStateException(text, new IOException(text)));
                log.warn(text);
            }
            heard = ears.events().stream()
                    .filter(event -> event.getLoggerName().equals(LogAttackIT.class.getName()))
                    .toList();
        }
        assertThat(heard).hasSize(2 * texts.size()).allSatisfy(LogAttackIT::isOneLine);
        assertThat(line(heard.get(0)))
                .contains("refused a · 2026-11-24 ERROR forged", "IllegalStateException", "LogAttackIT");
        assertThat(line(heard.get(10))).contains("refused ${jndi:ldap:");
    }

    /** At every door, in headers, paths and names of files. */
    @Test
    void whatIsSentStaysOneLineAndOneRow() throws Exception {
        List<ILoggingEvent> heard;
        try (var ears = Heard.all()) {
            for (var text : texts) {
                send(text);
            }
            heard = ears.events();
        }
        assertThat(heard).allSatisfy(LogAttackIT::isOneLine);
        var rows = rows();
        assertThat(rows).hasSizeGreaterThan(3 * texts.size()).allSatisfy(row -> {
            var cells = String.join(
                    "", String.valueOf(row.account()), String.valueOf(row.object()), String.valueOf(row.reason()));
            assertThat(cells).doesNotContainPattern(HARMFUL).hasSizeLessThan(700);
        });
        assertThat(rows).anyMatch(row -> String.valueOf(row.account()).contains("a··2026-11-24 ERROR forged"));
    }

    private void send(String text) throws Exception {
        jdbc.sql("delete from wubu.sign_in_failure").update();
        var stranger = new Browser(port);
        var json = new ObjectMapper().writeValueAsString(Map.of("account", text, "password", "wrong"));
        assertThat(stranger.send("POST", "/api/sign-in", json).statusCode()).isEqualTo(401);
        stranger.get("/camunda/app/tasklist/default/");
        var form = "username=" + URLEncoder.encode(text, StandardCharsets.UTF_8) + "&password=wrong";
        assertThat(stranger.send(
                                "POST",
                                "/camunda/api/admin/auth/user/default/login/tasklist",
                                "application/x-www-form-urlencoded",
                                form)
                        .statusCode())
                .isEqualTo(401);
        var shorter = text.substring(0, Math.min(text.length(), 3000));
        assertThat(new Browser(port)
                        .withPassword(shorter, "wrong")
                        .get("/api/me")
                        .statusCode())
                .isEqualTo(401);
        var path = URLEncoder.encode(shorter, StandardCharsets.UTF_8).replace("+", "%20");
        var team = new Browser(port).withPassword(account(Role.SUPERVISION_TEAM, CITY), PASSWORD);
        assertThat(team.get("/api/problems/" + path).statusCode()).isIn(400, 404);
        header(shorter);
    }

    /** A header no client library sends. */
    private void header(String text) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var request = "GET /api/me?" + text.replaceAll("[\\s]", "") + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: "
                    + text + "\r\nX-Forwarded-For: " + text + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            var status = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(status).matches("(?s)HTTP/1.1 40[01].*");
        }
    }

    private static void isOneLine(ILoggingEvent event) {
        var line = line(event);
        assertThat(line).endsWith(System.lineSeparator()).hasSizeLessThan(24_000);
        assertThat(line.stripTrailing()).doesNotContainPattern(HARMFUL);
    }

    /** The event as the console shows it. */
    private static String line(ILoggingEvent event) {
        var root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        var console = (ConsoleAppender<ILoggingEvent>) root.getAppender("CONSOLE");
        return new String(console.getEncoder().encode(event), StandardCharsets.UTF_8);
    }
}

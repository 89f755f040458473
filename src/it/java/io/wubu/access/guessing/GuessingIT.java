package io.wubu.access.guessing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.access.Entrance;
import io.wubu.people.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Guessing at passwords from many places, or at many accounts, is slowed and told, and harms nobody who is known. */
class GuessingIT extends WubuTest {

    private static final String RIGHT = "geheim-1234";
    private static final String HOME = "127.0.8.1";

    @LocalServerPort
    private int port;

    @BeforeEach
    @AfterEach
    void forget() {
        for (var table : List.of("guessing", "sign_in_failure", "sign_in_pace", "sign_in_minute")) {
            jdbc.sql("delete from wubu." + table).update();
        }
        clock.advance(Duration.ofDays(1)); // another quarter of an hour than any other test's
    }

    /** f13: 240 wrong passwords of one account, four from each of 60 addresses. */
    @Test
    void anAccountGuessedAtFromManySourcesIsSlowedForStrangersOnlyAndTold() throws Exception {
        var account = account(Role.RESPONSIBLE_UNIT, "410702");
        assertThat(ask(account, RIGHT, HOME)).contains(" 200 ");
        for (var i = 0; i < 60; i++) {
            for (var times = 0; times < 4; times++) {
                assertThat(ask(account, "wrong-" + times, "127.0.9." + (i + 1))).containsAnyOf(" 401 ", " 429 ");
            }
        }
        assertThat(failures(account)).as("tried, with a hash each").isBetween(20, 22);
        assertThat(ask(account, RIGHT, "127.0.10.1"))
                .as("a stranger from where the guesses come")
                .contains(" 429 ", "Retry-After: 30", "登录请求过多，请稍等片刻再试");
        assertThat(ask(account, RIGHT, "127.9.10.1"))
                .as("a stranger from elsewhere")
                .contains(" 200 ");
        assertThat(ask(account, RIGHT, HOME)).as("its owner").contains(" 200 ");
        var security = new Browser(port).withPassword(account(Role.SECURITY_ADMIN, MINISTRY), RIGHT);
        await().untilAsserted(() ->
                assertThat(alarm(security, account).get("attempts").asInt()).isGreaterThanOrEqualTo(241));
        var alarm = alarm(security, account);
        assertThat(alarm.get("account").asText()).isEqualTo(account);
        assertThat(alarm.get("sources").asInt()).isEqualTo(61);
        assertThat(audited("猜口令 " + account)).isEqualTo(1);
        var seen = "/api/guessing/" + alarm.get("id").asLong() + "/seen";
        assertThat(security.send("POST", seen, "{}").statusCode()).isEqualTo(204);
        assertThat(security.send("POST", seen, "{}").statusCode()).isEqualTo(404);
        assertThat(alarm(security, account).get("seenBy").asText()).isEqualTo(account(Role.SECURITY_ADMIN, MINISTRY));
        assertThat(audited("已阅猜口令告警 " + alarm.get("id").asLong())).isEqualTo(1);
        clock.advance(Duration.ofSeconds(31));
        assertThat(ask(account, RIGHT, "127.0.10.1"))
                .as("a stranger who knows it, half a minute later")
                .contains(" 200 ");
    }

    /** T22: nothing tells whether the account is there. */
    @Test
    void anUnknownAccountIsSlowedLikeAnyOther() throws Exception {
        for (var i = 0; i < 30; i++) {
            assertThat(ask("nobody.at.all", "wrong", "127.0.9." + (i + 1))).containsAnyOf(" 401 ", " 429 ");
        }
        assertThat(failures("nobody.at.all")).isBetween(20, 22);
    }

    /** f13: 250 connections at once. Nobody waits long, nobody's password is tried more often than the lock lets. */
    @Test
    void aFloodFromOneAddressIsToldToComeAgainOrLocked() throws Exception {
        var account = account(Role.RESPONSIBLE_UNIT, "410703");
        var answers = together(250, () -> ask(account, "wrong", "127.0.11.1"));
        assertThat(answers).allMatch(answer -> answer.contains(" 401 ") || answer.contains(" 503 "));
        assertThat(answers).filteredOn(answer -> answer.contains(" 503 ")).allSatisfy(answer -> assertThat(answer)
                .contains("Retry-After: ")
                .contains("登录的人太多，请稍后再试"));
        assertThat(failures(account)).isEqualTo(5);
        assertThat(health())
                .containsPattern("有人在猜口令：过去一分钟 [0-9,]+ 次，安全管理员可在“账号与岗位”查看\",\"status\":\"STRAINED\"")
                .doesNotContain(account)
                .doesNotContain("127.0.11.1");
    }

    /** A flood of accounts nobody has: 250 of them from one address. */
    @Test
    void aSourceThatFailsWithManyAccountsLeavesFewRows() throws Exception {
        var number = new AtomicInteger();
        together(250, () -> ask("flood-" + number.incrementAndGet(), "wrong", "127.0.12.1"));
        assertThat(jdbc.sql("select count(*) from wubu.sign_in_failure where account like 'flood-%'")
                        .query(Integer.class)
                        .single())
                .isBetween(1, 50 + 16);
    }

    @Test
    void manyAccountsGuessedAtFromManySourcesSlowAllStrangers() {
        var pressure = pressure(10);
        for (var i = 0; i < 10; i++) {
            assertThat(pressure.letsStranger("one-" + i, "192.0.2.1", true)).isTrue();
            pressure.failed(true);
        }
        assertThat(pressure.letsStranger("any", "192.0.2.1", true)).isTrue();
        assertThat(pressure.letsStranger("other", "192.0.2.1", true))
                .as("within the same second")
                .isFalse();
        clock.advance(Duration.ofSeconds(1));
        assertThat(pressure.letsStranger("third", "192.0.2.1", true)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(pressure.letsStranger("third", "192.0.2.1", true))
                .as("each account once in half a minute")
                .isFalse();
        clock.advance(Duration.ofMinutes(2));
        assertThat(pressure.letsStranger("any", "192.0.2.1", true)).isTrue();
        assertThat(pressure.letsStranger("other", "192.0.2.1", true))
                .as("it is over")
                .isTrue();
    }

    /** Whoever has failed takes no turn of a source that hasn't, nor a network that has of one that hasn't. */
    @Test
    void turnsAreFairBySource() {
        var pressure = pressure(10);
        for (var i = 0; i < 10; i++) {
            pressure.failed(true);
        }
        new SignInLocks(jdbc, clock, 5, 50, Duration.ofMinutes(15)).failed("guessed", "198.51.100.1");
        assertThat(pressure.letsStranger("any", "198.51.100.1", true)).isTrue();
        assertThat(pressure.letsStranger("any", "198.51.100.1", true)).isFalse();
        assertThat(pressure.letsStranger("any", "198.51.100.2", true))
                .as("his neighbour")
                .isTrue();
        assertThat(pressure.letsStranger("any", "198.51.100.3", true)).isFalse();
        assertThat(pressure.letsStranger("any", "203.0.113.1", true))
                .as("from elsewhere")
                .isTrue();
        assertThat(pressure.letsStranger("other", "203.0.113.2", true)).isFalse();
    }

    /** Guessing at accounts nobody has is slowed and told as ever, and slows nobody else. */
    @Test
    void inventedAccountsPutNobodyUnderPressure() throws Exception {
        var account = account(Role.RESPONSIBLE_UNIT, "410725");
        var pressure = pressure(10);
        for (var i = 0; i < 10; i++) {
            pressure.failed(false);
        }
        assertThat(pressure.on("any", true).all()).isFalse();
        assertThat(pressure.on("any", false).all()).isTrue();
        assertThat(pressure.letsStranger("any", "192.0.2.1", true)).isTrue();
        assertThat(pressure.letsStranger("other", "192.0.2.1", true)).isTrue();
        assertThat(pressure.letsStranger("nobody-1", "192.0.2.1", false)).isTrue();
        assertThat(pressure.letsStranger("nobody-2", "192.0.2.1", false)).isFalse();
        for (var i = 0; i < 130; i++) {
            ask("nobody-" + i, "wrong", "127.0.14." + (i + 1));
        }
        assertThat(ask(account, RIGHT, "127.0.15.1"))
                .as("a new address in the midst of it")
                .contains(" 200 ");
        assertThat(minute(false)).isGreaterThanOrEqualTo(100);
        assertThat(minute(true)).isZero();
    }

    /** Right, wrong, unknown, disabled: who comes too fast reads the same. */
    @Test
    void whoIsSlowedLearnsNothing() throws Exception {
        var account = account(Role.RESPONSIBLE_UNIT, "411000");
        for (var open : List.of(true, false)) {
            jdbc.sql("insert into wubu.sign_in_minute values (:minute, 1000000, :open)")
                    .param(
                            "minute",
                            clock.instant().truncatedTo(ChronoUnit.MINUTES).atOffset(ZoneOffset.UTC))
                    .param("open", open)
                    .update();
        }
        for (var each : List.of("nobody.first", "nobody.first", account)) {
            ask(each, "wrong", "127.0.16.1");
        }
        var refused = List.of(
                ask(account, RIGHT, "127.0.16.1"),
                ask(account, "wrong", "127.0.16.1"),
                ask("nobody.first", "wrong", "127.0.16.1"));
        var shown = refused.stream().map(GuessingIT::withoutTrace).distinct().toList();
        assertThat(shown).hasSize(1);
        assertThat(shown.get(0)).contains(" 429 ", "登录请求过多，请稍等片刻再试");
    }

    /** OWASP's device cookie: on the road its owner is no stranger, and it opens nothing by itself. */
    @Test
    void aDeviceTheOwnerHasUsedIsNoStranger() throws Exception {
        var account = account(Role.RESPONSIBLE_UNIT, "411100");
        var in = enter(account, RIGHT, "127.0.17.1", "");
        assertThat(in).contains(" 200 ").containsPattern("Set-Cookie: wubu-device=[^;]+;[^\\r]*HttpOnly; SameSite=Lax");
        var device = in.replaceFirst("(?s).*Set-Cookie: (wubu-device=[^;]+);.*", "$1");
        for (var i = 0; i < 24; i++) {
            enter(account, "wrong-" + i, "127.0.18." + (i + 1), "");
        }
        assertThat(enter(account, RIGHT, "127.0.19.1", "")).contains(" 429 ");
        assertThat(enter(account, RIGHT, "127.0.19.1", device.replaceFirst("=.", "=A")))
                .as("forged")
                .contains(" 429 ");
        assertThat(enter(account(Role.RESPONSIBLE_UNIT, "411200"), "wrong", "127.0.19.2", device))
                .as("another's")
                .contains(" 401 ");
        assertThat(enter(account, RIGHT, "127.0.19.3", device)).contains(" 200 ");
        for (var i = 0; i < 5; i++) {
            assertThat(enter(account, "wrong", "127.0.20." + (i + 1), device)).contains(" 401 ");
        }
        assertThat(enter(account, RIGHT, "127.0.20.9", device))
                .as("a stolen one is worth five guesses")
                .contains(" 429 ");
    }

    @Test
    void theAlarmAboutManyAccountsNamesNone() {
        var events = new ArrayList<Object>();
        var guessing = new Guessing(new GuessingRows(jdbc), pressure(3), clock, events::add, 20);
        for (var i = 0; i < 3; i++) {
            guessing.failed("many-" + i, "192.0.2." + i, true);
        }
        guessing.tell();
        guessing.tell();
        assertThat(events).containsExactly(new GuessingNoticed("", 3, 3));
    }

    @Test
    void whatIsOverIsClearedAwayAndAFloodIsCut() {
        var locks = new SignInLocks(jdbc, clock, 5, 50, Duration.ofMinutes(15));
        locks.failed("old", "192.0.2.1");
        clock.advance(Duration.ofMinutes(16));
        locks.failed("new", "192.0.2.1");
        locks.forgetOld();
        assertThat(failures("old")).isZero();
        assertThat(failures("new")).isEqualTo(1);
    }

    @Test
    void anAccountsKnownSourcesAreFewAndOfLateUse() {
        var sources = new KnownSources(jdbc, clock, 3, Duration.ofDays(90));
        for (var i = 0; i < 5; i++) {
            sources.remember("x.y", "192.0.2." + i);
            clock.advance(Duration.ofMinutes(1));
        }
        assertThat(sources.isKnown("x.y", "192.0.2.1")).isFalse();
        assertThat(sources.isKnown("x.y", "192.0.2.2")).isTrue();
        clock.advance(Duration.ofDays(91));
        assertThat(sources.isKnown("x.y", "192.0.2.2")).isFalse();
        sources.forgetOld();
        assertThat(jdbc.sql("select count(*) from wubu.sign_in_source where account = 'x.y'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** What Basic remembers holds for where it came from; others' mistakes elsewhere don't make its owner pay again. */
    @Test
    void whatBasicRemembersIsNoWayRoundTheDoor() throws Exception {
        var account = account(Role.RESPONSIBLE_UNIT, "410704");
        assertThat(ask(account, RIGHT, HOME)).contains(" 200 ");
        var before = signIns(account);
        assertThat(ask(account, RIGHT, HOME)).contains(" 200 ");
        assertThat(signIns(account)).as("remembered").isEqualTo(before);
        assertThat(ask(account, RIGHT, "127.0.13.7")).contains(" 200 ");
        assertThat(signIns(account)).as("from elsewhere it is a sign-in").isEqualTo(before + 1);
    }

    private Pressure pressure(int ofAll) {
        return new Pressure(
                jdbc, clock, Duration.ofMinutes(15), 20, ofAll, Duration.ofSeconds(30), Duration.ofSeconds(1));
    }

    private int minute(boolean open) {
        return jdbc.sql("select coalesce(max(failures), 0) from wubu.sign_in_minute where open = :open")
                .param("open", open)
                .query(Integer.class)
                .single();
    }

    private static String withoutTrace(String answer) {
        return answer.replaceAll("(?i)(Date|X-[A-Za-z-]+): [^\\r]+", "").replaceAll("\"trace\":\"[^\"]+\"", "");
    }

    private String enter(String account, String password, String source, String cookie) throws IOException {
        var body = "{\"account\":\"" + account + "\",\"password\":\"" + password + "\"}";
        return raw(
                "POST /api/sign-in HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nCookie: " + cookie
                        + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body,
                source);
    }

    private JsonNode alarm(Browser security, String account) {
        var found = new ArrayList<JsonNode>();
        Entrance.json(security.get("/api/guessing").body()).forEach(found::add);
        found.removeIf(alarm -> !alarm.get("account").asText().equals(account));
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private int failures(String account) {
        return jdbc.sql("select coalesce(sum(failures), 0) from wubu.sign_in_failure where account = :account")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private int audited(String object) {
        return jdbc.sql("select count(*) from wubu.audit_event where object = :object")
                .param("object", object)
                .query(Integer.class)
                .single();
    }

    private int signIns(String account) {
        return jdbc.sql("select count(*) from wubu.audit_event where account = :account and kind = 'SIGN_IN'")
                .param("account", account)
                .query(Integer.class)
                .single();
    }

    private static List<String> together(int times, Callable<String> request) throws Exception {
        var pool = Executors.newFixedThreadPool(times);
        try {
            var answers = new ArrayList<String>();
            for (var answer : pool.invokeAll(Collections.nCopies(times, request))) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            pool.shutdown();
        }
    }

    /** Asks from another address of this machine; the whole answer. */
    private String ask(String account, String password, String source) throws IOException {
        var credentials =
                Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        return raw(
                "GET /api/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic " + credentials
                        + "\r\n\r\n",
                source);
    }

    private String raw(String request, String source) throws IOException {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port, InetAddress.getByName(source), 0)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String health() throws IOException {
        try (var socket = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
            socket.getOutputStream()
                    .write("GET /actuator/health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

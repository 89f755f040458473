package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Guessing passwords ends soon, and never keeps anybody else out. */
class SignInLockIT extends WubuTest {

    private static final String RIGHT = "geheim-1234";
    private static final String HERE = "127.0.0.1";
    private static final String ELSEWHERE = "127.0.0.2";
    private static final String MANY = "127.0.0.3";

    @LocalServerPort
    private int port;

    @AfterEach
    void forget() {
        jdbc.sql("delete from wubu.sign_in_failure").update();
    }

    /** T20. */
    @Test
    void fiveWrongPasswordsLockAnAccountForATime() throws IOException {
        var account = account(Role.EIA_DEPT, CITY);
        for (var i = 0; i < 5; i++) {
            assertThat(basic(account, "wrong", HERE)).contains(" 401 ");
        }
        assertThat(basic(account, RIGHT, HERE)).contains(" 401 ");
        assertThat(login(account, RIGHT)).isEqualTo(401);
        clock.advance(Duration.ofMinutes(14));
        assertThat(basic(account, RIGHT, HERE)).contains(" 401 ");
        clock.advance(Duration.ofMinutes(2));
        assertThat(basic(account, RIGHT, HERE)).contains(" 200 ");
    }

    /** T20: the webapps' own login counts the same. */
    @Test
    void theLoginPageLocksAndOpensAgain() {
        var account = account(Role.HOTLINE_OPERATOR, CITY);
        for (var i = 0; i < 5; i++) {
            assertThat(login(account, "wrong")).isEqualTo(401);
        }
        assertThat(login(account, RIGHT)).isEqualTo(401);
        clock.advance(Duration.ofMinutes(16));
        assertThat(login(account, RIGHT)).isEqualTo(200);
    }

    /** T21. */
    @Test
    void anOutsiderLocksNobodyOut() throws IOException {
        var account = account(Role.MINISTRY_ADMIN, MINISTRY);
        for (var i = 0; i < 10; i++) {
            assertThat(basic(account, "wrong", ELSEWHERE)).contains(" 401 ");
        }
        assertThat(basic(account, RIGHT, ELSEWHERE)).contains(" 401 ");
        assertThat(basic(account, RIGHT, HERE)).contains(" 200 ");
        assertThat(basic(account(Role.MINISTRY_LEADER, MINISTRY), RIGHT, ELSEWHERE))
                .contains(" 200 ");
    }

    @Test
    void aSourceThatGuessesManyAccountsIsLockedForAllOfThem() throws IOException {
        for (var i = 0; i < 50; i++) {
            assertThat(basic("nobody-" + i, "wrong", MANY)).contains(" 401 ");
        }
        var account = account(Role.CITY_ECO_OFFICE, CITY);
        assertThat(basic(account, RIGHT, MANY)).contains(" 401 ");
        assertThat(basic(account, RIGHT, HERE)).contains(" 200 ");
    }

    /** T22: what is said; how long it takes is not measured. */
    @Test
    void unknownWrongAndLockedAreAnsweredInTheSameWords() throws IOException {
        var account = account(Role.ORG_DEPT, CITY);
        var wrong = body(basic(account, "wrong", HERE));
        for (var i = 0; i < 5; i++) {
            basic(account, "wrong", HERE);
        }
        assertThat(body(basic(account, RIGHT, HERE))).isEqualTo(wrong);
        assertThat(body(basic("nobody-at-all", "wrong", HERE))).isEqualTo(wrong);
    }

    @Test
    void theRightPasswordForgetsEarlierMistakes() throws IOException {
        var account = account(Role.POLICE, CITY);
        for (var round = 0; round < 3; round++) {
            for (var i = 0; i < 4; i++) {
                assertThat(basic(account, "wrong", HERE)).contains(" 401 ");
            }
            assertThat(basic(account, RIGHT, HERE)).contains(" 200 ");
        }
    }

    private int login(String account, String password) {
        return new Browser(port).tryToSignIn(account, password, "tasklist");
    }

    /** Asks from another address of this machine; the whole answer. */
    private String basic(String account, String password, String source) throws IOException {
        var credentials =
                Base64.getEncoder().encodeToString((account + ":" + password).getBytes(StandardCharsets.UTF_8));
        try (var socket = new Socket(InetAddress.getByName(HERE), port, InetAddress.getByName(source), 0)) {
            socket.getOutputStream()
                    .write(("GET /api/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Basic "
                                    + credentials + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n")).replaceFirst("\"trace\":\"[0-9a-f]{16}\"", "");
    }
}

package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** f18: who is signed in is signed out by himself, not by a page of somebody else. */
class SignOutIT extends WubuTest {

    private static final List<String> FOREIGN = List.of(
            "",
            "Origin: http://elsewhere.example\r\n",
            "Origin: null\r\n",
            "Sec-Fetch-Site: cross-site\r\n",
            "Sec-Fetch-Site: same-site\r\nOrigin: http://127.0.0.1:1\r\n",
            "Sec-Fetch-Site: none\r\n");

    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /api/sign-out",
                "POST /camunda/api/admin/auth/user/default/logout",
                "PUT /api/me/post",
                "POST /camunda/api/engine/engine/default/task",
            })
    void aForeignPageSignsNobodyOut(String request) throws IOException {
        var officer = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, CITY), "tasklist");
        for (var headers : FOREIGN.subList(1, FOREIGN.size() - 1)) {
            assertThat(send(request, cookie(officer) + headers)).as(headers).startsWith("HTTP/1.1 403");
            assertThat(officer.get("/api/me").statusCode()).as(headers).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/sign-out", "/camunda/api/admin/auth/user/default/logout"})
    void withoutTokenOnlyOurOwnPageMay(String path) throws IOException {
        var officer = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, CITY), "tasklist");
        for (var headers : FOREIGN) {
            assertThat(send("POST " + path, cookie(officer) + headers)).startsWith("HTTP/1.1 403");
        }
        assertThat(officer.get("/api/me").statusCode()).isEqualTo(200);
        var own = send("POST " + path, cookie(officer) + "Origin: http://127.0.0.1:" + port + "\r\n");
        assertThat(own).startsWith("HTTP/1.1 20");
        assertThat(officer.get("/api/me").statusCode()).isEqualTo(401);
    }

    @Test
    void whoIsOutAlreadyIsToldNothingElse() throws IOException {
        var officer = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, CITY), "tasklist");
        var cookie = cookie(officer);
        assertThat(officer.send("POST", "/api/sign-out", "{}").statusCode()).isEqualTo(204);
        assertThat(send("POST /api/sign-out", cookie)).startsWith("HTTP/1.1 204");
        assertThat(send("POST /api/sign-out", "")).startsWith("HTTP/1.1 204");
    }

    private static String cookie(Browser browser) {
        return "Cookie: JSESSIONID=" + browser.cookie("JSESSIONID") + "\r\n";
    }

    private String send(String request, String headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nConnection: close\r\n" + headers
                                    + "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

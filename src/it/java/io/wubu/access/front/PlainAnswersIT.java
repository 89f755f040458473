package io.wubu.access.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, the answer is ours: in Chinese, with our headers, and no trace of a stack. */
@ExtendWith(OutputCaptureExtension.class)
class PlainAnswersIT extends WubuTest {

    @LocalServerPort
    private int port;

    @Test
    void aBodyOfManyTypesOrNoneIsRefused(CapturedOutput log) throws IOException {
        for (var path : List.of("/api/sign-in", "/api/sign-in/claims", "/api/setup", "/api/problems/query")) {
            for (var type : List.of(
                    "*/*",
                    "application/*",
                    "application/*+json",
                    "application/json;charset=nonsense",
                    ";;;",
                    "json",
                    "text/*")) {
                var answer = ask("POST " + path, "Content-Type: " + type, "{}");
                assertThat(answer)
                        .as(path + " " + type)
                        .startsWith("HTTP/1.1 415 ")
                        .contains("请求内容的类型（Content-Type）不是这里所用的");
            }
        }
        assertThat(ask("POST /api/sign-in", "Content-Type: application/json;charset=UTF-8", "{}"))
                .startsWith("HTTP/1.1 422 ");
        assertThat(log).doesNotContain("request failed");
    }

    @Test
    void aFormByPutPatchOrDeleteIsReadByNobody(CapturedOutput log) throws IOException {
        var officer = basic(account(Role.CITY_ECO_OFFICE, CITY));
        for (var method : List.of("PUT", "PATCH", "DELETE")) {
            for (var body : List.of("a=%zz", "abc", "%", "=", "a=1&a", "&&&")) {
                for (var path : List.of("/api/tasks/x/draft", "/nowhere", "/desk/desk.css", "/api/claims/1")) {
                    var answer = ask(
                            method + " " + path, "Content-Type: application/x-www-form-urlencoded\r\n" + officer, body);
                    assertThat(answer).as(method + path + body).matches("(?s)HTTP/1.1 4(00|03|04|05|15|22) .*");
                }
            }
        }
        assertThat(log).doesNotContain("request failed", "NullPointerException");
    }

    @Test
    void whatTomcatRefusesIsToldInOurWords() throws IOException {
        for (var head : List.of(
                "GET /api/%zz HTTP/1.1\r\nHost: x\r\n",
                "GET /api/me%00 HTTP/1.1\r\nHost: x\r\n",
                "GET /a b HTTP/1.1\r\nHost: x\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n",
                "GET / HTTP/1.1\r\n",
                "GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(70_000) + "\r\n",
                "POST /api/sign-in HTTP/1.1\r\nHost: x\r\nExpect: foo\r\nContent-Length: 2\r\n",
                "POST /api/sign-in HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xx\r\n",
                "POST /api/sign-in HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n",
                "GET / HTTP/7.3\r\nHost: x\r\n")) {
            var answer = raw(head + "Connection: close\r\n\r\n");
            assertThat(answer)
                    .as(head.substring(0, Math.min(60, head.length())))
                    .matches("(?s)HTTP/1.1 (4|5)\\d\\d .*")
                    .doesNotContain("<html", "Tomcat", "Apache", "Bad Request</");
            if (!answer.endsWith("\r\n\r\n")) {
                assertThat(answer)
                        .contains(
                                "Content-Type: application/problem+json",
                                "X-Content-Type-Options: nosniff",
                                "X-Frame-Options: DENY")
                        .containsPattern("\"message\":\"[^\"]*\\p{IsHan}");
            }
        }
    }

    /** A browser that knows somebody's password sends it for whatever page asks. */
    @Test
    void aForeignPageChangesNothingWithAPassword() throws IOException {
        var officer = basic(account(Role.CITY_ECO_OFFICE, CITY));
        for (var foreign : List.of(
                "Origin: https://evil.example",
                "Origin: null",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site")) {
            assertThat(ask(
                            "POST /api/me/claims",
                            "Content-Type: application/json\r\n" + foreign + "\r\n" + officer,
                            "{}"))
                    .as(foreign)
                    .startsWith("HTTP/1.1 403 ");
        }
        assertThat(ask("POST /api/me/claims", "Content-Type: application/json\r\nOrigin: http://x\r\n" + officer, "{}"))
                .startsWith("HTTP/1.1 204 ");
        assertThat(ask("POST /api/me/claims", "Content-Type: application/json\r\n" + officer, "{}"))
                .as("a program")
                .startsWith("HTTP/1.1 204 ");
        assertThat(ask("GET /api/me", "Origin: https://evil.example\r\n" + officer, ""))
                .as("reads, but no page gets to see it")
                .startsWith("HTTP/1.1 200 ")
                .doesNotContain("Access-Control-Allow-Origin");
    }

    private static String basic(String account) {
        return "Authorization: Basic "
                + Base64.getEncoder().encodeToString((account + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    }

    private String ask(String what, String headers, String body) throws IOException {
        return raw(what + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: " + body.length() + "\r\n"
                + headers + "\r\n\r\n" + body);
    }

    private String raw(String request) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

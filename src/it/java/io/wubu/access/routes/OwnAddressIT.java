package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.access.Entrance;
import io.wubu.people.Role;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a request says in Host comes back in no answer; what keeps other sites off stands in each. */
class OwnAddressIT extends WubuTest {

    private static final String FORGED = "forged-host.example";

    @LocalServerPort
    private int port;

    @Autowired
    private OwnRoutes own;

    @Autowired
    private EngineRoutes engineRoutes;

    /** f18. */
    @Test
    void aForgedHostComesBackInNoAnswer() throws IOException {
        var number = importedProblem(COUNTY, "散乱污");
        var task = task(number, "signIn").getId();
        for (var role : List.of(Role.MINISTRY_SUPERVISION_OFFICE, Role.MINISTRY_ADMIN, Role.AUDITOR)) {
            var browser = new Browser(port).signIn(account(role, MINISTRY), "welcome");
            var cookie = "Cookie: JSESSIONID=" + browser.cookie("JSESSIONID") + "\r\n";
            for (var request : requests(number, task)) {
                for (var session : List.of("", cookie)) {
                    var answer = ask(request, session);
                    assertThat(answer).as(request).startsWith("HTTP/1.1 ").doesNotContainIgnoringCase("forged-host");
                }
            }
        }
    }

    @Test
    void aRedirectNamesNoHost() throws IOException {
        for (var path :
                List.of("/", "/camunda", "/camunda/", "/camunda/app/tasklist/default/", "/camunda/app/cockpit/")) {
            var answer = ask("GET " + path, "Accept: text/html\r\n");
            if (answer.startsWith("HTTP/1.1 30")) {
                assertThat(answer.toLowerCase(java.util.Locale.ROOT))
                        .as(path)
                        .contains("\r\nlocation: /")
                        .doesNotContain("location: //");
            }
        }
        assertThat(ask("GET /camunda/app/tasklist/default/", "Accept: text/html\r\n"))
                .startsWith("HTTP/1.1 302");
    }

    /** The identity provider gets no address an attacker has chosen for the way back. */
    @Test
    void theWayBackFromTheProviderIsNotTheRequestsOwnWord() throws IOException {
        assertThat(ask("GET /api/sign-in/oidc", "")).contains("Location: /desk/sign-in.html?refused=address");
    }

    @Test
    void theDescriptionNamesItsServerByPathAlone() throws IOException {
        var office = new Browser(port).withPassword(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), PASSWORD);
        var servers = Entrance.json(office.get("/v3/api-docs").body()).get("servers");
        assertThat(servers).hasSize(1);
        assertThat(servers.get(0).get("url").asText()).isEqualTo("/");
    }

    /** s09. */
    @Test
    void everyAnswerKeepsOtherSitesOff() throws IOException {
        for (var path : List.of(
                "/desk/sign-in.html",
                "/desk/page.js",
                "/camunda/app/tasklist/default/",
                "/camunda/api/engine/engine/default/task",
                "/camunda/lib/deps.js",
                "/api/me",
                "/api/clock",
                "/v3/api-docs",
                "/engine-rest/task",
                "/actuator/health",
                "/nothing",
                "/x;y",
                "/a//b")) {
            assertThat(ask("GET " + path, ""))
                    .as(path)
                    .contains("\r\nPermissions-Policy: ")
                    .contains("\r\nCross-Origin-Opener-Policy: same-origin\r\n")
                    .contains("\r\nCross-Origin-Resource-Policy: same-origin\r\n");
        }
    }

    /** Every route that is open, and every readable one without a name in its path; some with one. */
    private List<String> requests(String number, String task) {
        var all = new TreeSet<String>();
        for (var route : own.all()) {
            var path = String.join("/", route.path().segments());
            route.path().methods().stream()
                    .filter(method -> method.equals("GET") || route.isOpen())
                    .filter(method -> !method.equals("POST") || !path.contains("sign-out"))
                    .forEach(method -> all.add(method + " " + filled(path, number, task)));
        }
        for (var route : engineRoutes.all()) {
            var path = filled(String.join("/", route.path().segments()), number, task);
            if (!path.contains("{") && !path.contains("*")) {
                route.path().methods().stream()
                        .filter(method -> List.of("GET", "OPTIONS").contains(method))
                        .forEach(method -> all.add(method + " /camunda/api" + path));
            }
        }
        all.add("GET /camunda/app/tasklist/default/");
        all.add("GET /nothing/at/all");
        assertThat(all).hasSizeGreaterThan(100);
        return new ArrayList<>(all);
    }

    private static String filled(String path, String number, String task) {
        return path.replace("/task/{id}", "/task/" + task)
                .replace("/tasks/{id}", "/tasks/" + task)
                .replace("{number}", number);
    }

    /** Sends a request with a forged Host; the whole answer. */
    private String ask(String request, String headers) throws IOException {
        try (var socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream()
                    .write((request + " HTTP/1.1\r\nHost: " + FORGED + ":8099\r\nX-Forwarded-Host: x-" + FORGED
                                    + "\r\nForwarded: host=f-" + FORGED + "\r\nConnection: close\r\n" + headers
                                    + (request.startsWith("POST")
                                            ? "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"
                                            : "\r\n"))
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

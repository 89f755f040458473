package io.wubu.access.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.people.Role;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** T50: bodies beyond any measure are refused before they are held in memory. */
class BodyLimitIT extends WubuTest {

    private static final int HUGE = 18 << 20;

    @LocalServerPort
    private int port;

    @Test
    void aHugeBodyIsRefusedByItsAnnouncedLength() throws Exception {
        var answer = put(BodyPublishers.ofByteArray(new byte[HUGE]));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:wubu:too-large", "请求内容过大");
    }

    @Test
    void aHugeBodyIsRefusedThoughItComesInPieces() throws Exception {
        var text = ("{\"note\":\"" + "x".repeat(3 << 20) + "\"}").getBytes(StandardCharsets.UTF_8);
        assertThat(put(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(text)))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void whatIsNestedBeyondReasonIsMalformed() throws Exception {
        var answer = put(BodyPublishers.ofString("{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("请求格式不正确").doesNotContain("jackson");
    }

    @Test
    void aLongPaperFits() throws Exception {
        var text = "{\"result\":\"" + "整改".repeat(40_000) + "\"}";
        assertThat(put(BodyPublishers.ofString(text)).statusCode()).isEqualTo(204);
    }

    /** A property path in the address neither grows a list nor breaks what reads it (CVE-2026-59282, docs/cves.md). */
    @Test
    void aListInTheAddressDoesNotGrow() {
        var officer = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, CITY), "tasklist");
        for (var index : new String[] {"0", "256", "2000000000"}) {
            var answer = officer.get("/api/problems?state%5B" + index + "%5D=CLOSED");
            assertThat(answer.statusCode()).as(index).isEqualTo(422);
            assertThat(answer.body()).contains("“参数名”：不能带下标或点");
        }
    }

    /** Sends a draft of an own task. */
    private HttpResponse<String> put(BodyPublisher body) throws Exception {
        var task = task(importedProblem(COUNTY, "散乱污"), "signIn").getId();
        var password = account(Role.CITY_ECO_OFFICE, CITY) + ":geheim-1234";
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/tasks/" + task + "/draft"))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(password.getBytes(StandardCharsets.UTF_8)))
                .PUT(body)
                .build();
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(request, BodyHandlers.ofString());
    }
}

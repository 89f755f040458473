package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.drill.DrillClock;
import io.wubu.people.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Outside profile drill nothing of it exists; the open answers say nothing to a stranger but time and health. */
class NoDrillIT extends WubuTest {

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectProvider<DrillClock> drill;

    @Test
    void neitherBeanNorRouteNorPage() {
        var admin = new Browser(port).withPassword(account(Role.MINISTRY_ADMIN, MINISTRY), "geheim-1234");
        assertThat(drill.getIfAvailable()).isNull();
        assertThat(admin.get("/api/drill/clock").statusCode()).isEqualTo(404);
        assertThat(admin.send("POST", "/api/drill/clock", "{\"advance\":\"P1D\"}")
                        .statusCode())
                .isEqualTo(404);
        for (var page : new String[] {"/desk/drill.html", "/desk/drill.js", "/drill/drill.html"}) {
            assertThat(new Browser(port).get(page).statusCode()).as(page).isEqualTo(404);
        }
    }

    @Test
    void aStrangerReadsTheTimeAndTheHealthButNoMoreOfThem() {
        var stranger = new Browser(port);
        assertThat(stranger.get("/api/clock").body()).isEqualTo("{\"now\":\"2026-11-24T01:00:00Z\",\"drill\":false}");
        var health = stranger.get("/actuator/health");
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("\"clock\":{\"status\":\"UP\"}").doesNotContain("details");
        assertThat(health.headers().firstValue("Set-Cookie")).isEmpty();
        for (var path : new String[] {"/actuator", "/actuator/env", "/actuator/health/clock", "/actuator/health/"}) {
            assertThat(stranger.get(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}

package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.people.Role;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** What the running application really maps, libraries included, is listed; what is not listed does not answer. */
class OwnMappingsIT extends WubuTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Map<String, RequestMappingInfoHandlerMapping> mappings;

    @Autowired
    private OwnRoutes routes;

    @Test
    void everyMappingOfTheRunningApplicationIsListed() {
        var unlisted = new TreeSet<String>();
        mappings.values().forEach(mapping -> mapping.getHandlerMethods().forEach((info, handler) -> {
            for (var path : info.getPatternValues()) {
                info.getMethodsCondition().getMethods().stream()
                        .map(Enum::name)
                        .filter(method -> routes.find(method, path).isEmpty())
                        .forEach(method -> unlisted.add(method + " " + path));
                if (info.getMethodsCondition().getMethods().isEmpty()) {
                    unlisted.add("* " + path);
                }
            }
        }));
        // the error page is reached by forwarding only; health answers /actuator/health alone
        assertThat(unlisted).allMatch(mapping -> mapping.matches("\\* /error|GET /actuator(/health/\\*\\*)?"));
    }

    /** T12: neither for a stranger nor for somebody signed in. */
    @Test
    void whatIsNotListedDoesNotExist() {
        var office = new Browser(port).withPassword(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), PASSWORD);
        for (var path : new String[] {
            "/error",
            "/actuator",
            "/actuator/env",
            "/actuator/heapdump",
            "/actuator/health/clock",
            "/h2-console",
            "/swaggerui",
            "/swagger-ui/index.html",
            "/openapi.json",
            "/.git/config",
            "/desk/",
            "/desk",
            "/drill/drill.html",
            "/webjars/camunda/app/tasklist/scripts/config.js",
            "/api/nothing",
            "/api"
        }) {
            assertThat(office.get(path).statusCode()).as(path).isEqualTo(404);
            assertThat(new Browser(port).get(path).statusCode()).as(path).isIn(401, 404);
        }
        assertThat(office.send("PATCH", "/api/problems", "{}").statusCode()).isEqualTo(404);
        assertThat(office.send("TRACE", "/api/problems", null).statusCode()).isIn(400, 404, 405);
    }

    @Test
    void aRoleThatIsNotNamedIsRefusedBeforeTheRouteIsReached() {
        var auditor = new Browser(port).withPassword(account(Role.AUDITOR, MINISTRY), PASSWORD);
        var admin = new Browser(port).withPassword(account(Role.MINISTRY_ADMIN, MINISTRY), PASSWORD);
        assertThat(auditor.get("/api/problems").statusCode()).isEqualTo(200);
        for (var route :
                new String[] {"/api/findings", "/api/evidence", "/api/cases/x/urge", "/api/tasks/x/complete"}) {
            assertThat(auditor.send("POST", route, "{}").statusCode()).as(route).isEqualTo(403);
            assertThat(admin.send("POST", route, "{}").statusCode()).as(route).isEqualTo(403);
        }
        assertThat(admin.get("/api/problems").statusCode()).isEqualTo(403);
        assertThat(auditor.get("/api/rounds").statusCode()).isEqualTo(404);
    }
}

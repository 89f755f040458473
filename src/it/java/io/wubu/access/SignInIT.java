package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nothing opens without signing in, and what is opened is protected; the numbers are those of the threat list. */
class SignInIT extends WubuTest {

    @LocalServerPort
    private int port;

    /** T01, T06, T10, T12. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/engine",
                "/engine-rest/task",
                "/engine-rest/task;x=/",
                "/engine-rest/user",
                "/engine-rest/authorization",
                "/engine-rest/telemetry/data",
                "/engine-rest/version",
                "/camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/user",
                "/camunda/api/engine/engine/default/telemetry/data",
                "/camunda/api/engine/engine/default/task;x=/count",
                "/camunda/api//engine/engine/default/task",
                "/camunda//api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/x/../task",
                "/camunda/api/engine/engine/default/%2e%2e/default/task",
                "/camunda/api/engine/engine%2fdefault/task",
                "/camunda/api/engine/engine/default%3bx/task",
                "/camunda/api/engine/engine/default/TASK",
                "/camunda/API/engine/engine/default/task",
                "/Camunda/api/engine/engine/default/task",
                "/camunda/api/engine/engine/default/task/",
                "/camunda/api/engine/engine/default/task.json",
                "/camunda/api/admin/setup/default/user/create",
                "/h2-console",
                "/actuator",
                "/actuator/env",
                "/error",
                "/api/cards?ids=1",
                "/v3/api-docs",
                "/nothing",
            })
    void nothingIsReadWithoutSigningIn(String path) {
        var answer = new Browser(port).get(path);
        assertThat(answer.statusCode()).isIn(400, 401, 403, 404);
        assertThat(answer.body()).doesNotContain("\"id\"").doesNotContain("openapi");
    }

    /** An upgrade reaches the browsers: what is ours is asked for anew, what is the vendor's may be kept. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/desk/ledger.html",
                "/desk/ledger.js",
                "/camunda/app/tasklist/scripts/wubu/paper.js",
                "/camunda/app/cockpit/scripts/config.js",
                "/camunda/app/tasklist/styles/user-styles.css",
                "/camunda/app/tasklist/locales/zh.json",
            })
    void ourOwnScriptsAreAskedForAnew(String path) {
        var answer = new Browser(port).get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(answer.headers().firstValue("Last-Modified")).isPresent();
    }

    @Test
    void peopleReadPagesOfErrorsInChinese() {
        var stranger = new Browser(port);
        for (var path : List.of("/nothing", "/desk/nothing.html")) {
            var answer = stranger.page(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("没有这个页面").doesNotContain("HTTP Status");
        }
        var officer = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, CITY), "tasklist");
        var refused = officer.page("/camunda/app/admin/default/");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("没有权限").doesNotContain("HTTP Status");
    }

    /** T06. */
    @Test
    void nobodyMakesHimselfAnAdministrator() {
        var account = account(Role.CITY_ECO_OFFICE, CITY);
        var users = engine.getIdentityService().createUserQuery().count();
        var body = "{\"profile\":{\"id\":\"x\",\"firstName\":\"x\",\"lastName\":\"x\",\"email\":\"x\"},"
                + "\"credentials\":{\"password\":\"Geheim-1234567\"}}";
        var path = "/camunda/api/admin/setup/default/user/create";
        var officer = new Browser(port).signIn(account, "tasklist");
        assertThat(new Browser(port).send("POST", path, body).statusCode()).isEqualTo(404);
        assertThat(officer.send("POST", path, body).statusCode()).isEqualTo(404);
        assertThat(new Browser(port).send("POST", path, "{}").statusCode()).isEqualTo(404);
        asSystem.run(() -> engine.getIdentityService().deleteMembership("system", "camunda-admin"));
        try {
            assertThat(new Browser(port).send("POST", path, body).statusCode())
                    .as("while the group is empty")
                    .isEqualTo(404);
        } finally {
            asSystem.run(() -> engine.getIdentityService().createMembership("system", "camunda-admin"));
        }
        assertThat(engine.getIdentityService().createUserQuery().count()).isEqualTo(users);
    }

    @Test
    void aPasswordOfTheDirectoryOpensOurApiAndAWrongOneDoesNot() {
        var account = account(Role.CITY_ECO_OFFICE, CITY);
        assertThat(new Browser(port)
                        .withPassword(account, "geheim-1234")
                        .get("/v3/api-docs")
                        .statusCode())
                .isEqualTo(200);
        var wrong = new Browser(port)
                .withPassword(account(Role.CITY_GOV, CITY), "wrong")
                .get("/v3/api-docs");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate")).isPresent();
        var malformed = new Browser(port).withPassword("", "").get("/v3/api-docs");
        assertThat(malformed.statusCode()).isEqualTo(401);
    }

    /** T30. */
    @Test
    void aChangeThroughASessionNeedsItsToken() {
        var number = importedProblem(COUNTY, "散乱污");
        var account = account(Role.CITY_ECO_OFFICE, CITY);
        var draft = "/api/tasks/" + task(number, "signIn").getId() + "/draft";
        var officer = new Browser(port).signIn(account, "tasklist");
        assertThat(officer.send("PUT", draft, "{}").statusCode()).isEqualTo(204);
        assertThat(officer.withToken(null).send("PUT", draft, "{}").statusCode())
                .isEqualTo(403);
        assertThat(officer.get("/v3/api-docs").statusCode())
                .as("the session has ended")
                .isEqualTo(401);
        var forged = new Browser(port).signIn(account, "tasklist").withToken("forged");
        assertThat(forged.send("PUT", draft, "{}").statusCode()).isEqualTo(403);
    }

    /** T28, T29, T31. */
    @Test
    void answersCarryTheHeadersThatProtectThem() {
        var officer = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, CITY), "tasklist");
        for (var path : List.of(Browser.ENGINE + "/task", "/api/cards?ids=1", "/v3/api-docs")) {
            var headers = officer.get(path).headers();
            assertThat(headers.firstValue("Cache-Control")).as(path).hasValueSatisfying(value -> assertThat(value)
                    .contains("no-store"));
            assertThat(headers.firstValue("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(headers.firstValue("Referrer-Policy")).as(path).hasValue("same-origin");
            assertThat(headers.firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(value -> assertThat(value).contains("frame-ancestors 'none'"));
            assertThat(headers.firstValue("Access-Control-Allow-Origin"))
                    .as(path)
                    .isEmpty();
            assertThat(headers.firstValue("Set-Cookie"))
                    .as("%s keeps its session", path)
                    .isEmpty();
        }
        var door = new Entrance(new Browser(port), account(Role.CITY_ECO_OFFICE, CITY), "geheim-1234").tryIt();
        assertThat(door.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite"));
    }

    /** f18: the engine's own routes make no account and change none, whoever asks; ours keep the rules. */
    @Test
    void theEnginesRoutesMakeAndChangeNoAccount() {
        var account = account(Role.MINISTRY_ADMIN, MINISTRY);
        var admin = new Browser(port).signIn(account, "admin");
        var users = engine.getIdentityService().createUserQuery().count();
        var profile = "{\"id\":\"Not.Our-Shape\",\"firstName\":\"a\",\"lastName\":\"b\",\"email\":\"\"}";
        var wish = "{\"profile\":" + profile + ",\"credentials\":{\"password\":\"Lang-Genug-77-x\"}}";
        var secret = "{\"password\":\"Lang-Genug-77-x\",\"authenticatedUserPassword\":\"geheim-1234\"}";
        var user = Browser.ENGINE + "/user/";
        assertThat(admin.send("POST", user + "create", wish).statusCode()).isEqualTo(403);
        for (var whose : List.of(account, account(Role.CITY_GOV, CITY))) {
            assertThat(admin.send("PUT", user + whose + "/profile", profile).statusCode())
                    .isEqualTo(403);
            assertThat(admin.send("PUT", user + whose + "/credentials", secret).statusCode())
                    .isEqualTo(403);
            assertThat(admin.send("DELETE", user + whose, "").statusCode()).isEqualTo(403);
        }
        assertThat(admin.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(engine.getIdentityService().createUserQuery().count()).isEqualTo(users);
    }

    /** T23. */
    @Test
    void aWeakPasswordIsTheUsersFault() {
        var account = account(Role.EIA_DEPT, "130500");
        var officer = new Browser(port).signIn(account, "tasklist");
        for (var weak : Arrays.asList("short", "alllowercase12!", "Abcdefghijkl1", "X-" + account + "-12345")) {
            assertThat(officer.send(
                                    "POST",
                                    "/api/me/password",
                                    "{\"password\":\"geheim-1234\",\"newPassword\":\"" + weak + "\"}")
                            .statusCode())
                    .as(weak)
                    .isEqualTo(422);
        }
        assertThat(officer.get("/api/me").statusCode()).isEqualTo(200);
    }

    @Test
    void anAdministratorGivesHimselfNoPostAndSeesNoCase() {
        var account = account(Role.MINISTRY_ADMIN, MINISTRY);
        var admin = new Browser(port).signIn(account, "admin");
        importedProblem(COUNTY, "散乱污");
        assertThat(admin.send("PUT", Browser.ENGINE + "/group/staff/members/" + account, "{}")
                        .statusCode())
                .isEqualTo(403);
        as(account, () -> assertThat(engine.getTaskService().createTaskQuery().count())
                .isZero());
    }

    /** T27: a post taken away while somebody works is gone for him within a minute. */
    @Test
    void aRightTakenAwayEndsWithinAMinute() {
        var account = account(Role.CITY_ECO_OFFICE, "410700");
        var number = importedProblem("410702", "散乱污");
        var task = "/task/" + task(number, "signIn").getId();
        var officer = new Browser(port).signIn(account, "tasklist");
        assertThat(officer.get(Browser.ENGINE + task).statusCode()).isEqualTo(200);
        asSystem.run(() -> {
            engine.getIdentityService().deleteMembership(account, "CITY_ECO_OFFICE@410700");
            engine.getIdentityService().deleteMembership(account, "staff");
            engine.getIdentityService().deleteTenantUserMembership("410700", account);
        });
        clock.advance(Duration.ofSeconds(61));
        assertThat(officer.get(Browser.ENGINE + task).statusCode()).isIn(401, 403, 404);
        assertThat(officer.get("/api/tasks/" + task(number, "signIn").getId() + "/paper")
                        .statusCode())
                .isIn(401, 403, 404);
    }
}

package io.wubu.desk.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.people.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What our own routes refuse of a body before anything is done with it, and how they say so. */
class PlainBodiesIT extends WubuTest {

    private static final List<String> ILLEGIBLE = List.of(
            "{\"a\":\"x\\u0000\"}",
            "{\"a\":\"\\u001b[2J\"}",
            "{\"a\":\"\\ud800\"}",
            "{\"a\":{\"b\":[\"x\\u202ey\"]}}",
            "{\"a\":[[{\"b\":\"\\u0000\"}]]}",
            "{\"a\":\"\\u200b\\u200b\"}",
            "{\"a\\u0000b\":1}",
            "{\"a\":1e999}");

    private static final String DAY = "/api/calendar/days/2027-04-20";
    private static final String PROGRESS = "/api/tasks/none/progress";

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    /** T70: whatever the route, before it looks at anything else. */
    @Test
    void noRouteOfTheDeskReadsATextNobodyCan() {
        var admin = new Browser(port).signIn(account(Role.MINISTRY_ADMIN, MINISTRY), "admin");
        var office = new Browser(port).signIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), "tasklist");
        var routes = mappings.getHandlerMethods().entrySet().stream()
                .filter(entry -> isRead(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(routes).hasSizeGreaterThan(15);
        var refused = 0;
        for (var route : routes) {
            for (var body : ILLEGIBLE) {
                var statuses = List.of(status(admin, route, body), status(office, route, body));
                assertThat(statuses).as(route + " " + body).isSubsetOf(422, 403, 404);
                refused += statuses.contains(422) ? 1 : 0;
            }
        }
        assertThat(refused).isGreaterThan(12 * ILLEGIBLE.size());
    }

    private static boolean isRead(HandlerMethod method) {
        return method.getBeanType().getPackageName().startsWith("io.wubu.desk")
                && Arrays.stream(method.getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
    }

    private static int status(Browser browser, RequestMappingInfo route, String body) {
        var path = route.getPatternValues()
                .iterator()
                .next()
                .replace("{day}", "2027-04-20")
                .replaceAll("\\{\\w+}", "1");
        var method = route.getMethodsCondition().getMethods().iterator().next();
        return browser.send(method.name(), path, body).statusCode();
    }

    @Test
    void theFieldIsNamedInWords() {
        var team = new Browser(port).signIn(account(Role.TEAM_LEADER, CITY), "tasklist");
        var office = new Browser(port).signIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), "tasklist");
        isRefused(office, "POST", PROGRESS, "{\"percent\":6,\"note\":\"a\\u0000b\"}", 422, "“进度说明”含有不能使用的控制字符");
        isRefused(office, "POST", "/api/tasks/none/extension", "{\"reason\":\"\\ud800\"}", 422, "“理由”含有不能使用的控制字符");
        isRefused(office, "POST", "/api/cases/none/urge", "{\"demand\":\"\\u202e\"}", 422, "“催办要求”含有改变书写方向的控制字符");
        isRefused(team, "POST", "/api/findings", "{\"siteName\":\"\\u200b\\u200d\"}", 422, "“点位名称”只有看不见的字符");
        isRefused(team, "POST", "/api/findings", "{\"siteName\":\"甲\\n乙\"}", 422, "“点位名称”不能换行或带制表符");
    }

    @Test
    void aNumberIsNoTextAndATextNoNumber() {
        var team = new Browser(port).signIn(account(Role.TEAM_LEADER, CITY), "tasklist");
        var office = new Browser(port).signIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), "tasklist");
        isRefused(office, "POST", PROGRESS, "{\"percent\":6,\"note\":5}", 400, "“进度说明”：应为文字");
        isRefused(office, "POST", PROGRESS, "{\"percent\":6,\"note\":true}", 400, "“进度说明”：应为文字");
        isRefused(office, "POST", PROGRESS, "{\"percent\":6,\"note\":[]}", 400, "“进度说明”：应为文字");
        isRefused(office, "POST", PROGRESS, "{\"percent\":\"6\",\"note\":\"x\"}", 400, "“进度”：应为数字");
        isRefused(office, "POST", PROGRESS, "{\"percent\":true,\"note\":\"x\"}", 400, "“进度”：应为数字");
        isRefused(office, "POST", "/api/cases/none/urge", "{\"demand\":1}", 400, "“催办要求”：应为文字");
        isRefused(team, "POST", "/api/findings", "{\"lon\":\"114.5\"}", 400, "“经度”：应为数字");
    }

    @Test
    void aDayIsWorkOrRestAndSaysSo() {
        var admin = new Browser(port).signIn(account(Role.MINISTRY_ADMIN, MINISTRY), "admin");
        for (var work : List.of("null", "\"true\"", "1", "[]")) {
            var body = "{\"work\":%s,\"name\":\"甲\",\"source\":\"乙\"}".formatted(work);
            isRefused(admin, "PUT", DAY, body, 400, "“是否上班”：应为 true 或 false");
        }
        isRefused(admin, "PUT", DAY, "{\"name\":\"甲\",\"source\":\"乙\"}", 400, "“是否上班”");
        isRefused(admin, "PUT", DAY, "{\"work\":true,\"name\":\"甲\",\"source\":\"乙\\u2066\"}", 422, "“依据”含有改变书写方向");
        isRefused(admin, "PUT", DAY, "{\"work\":true,\"name\":\"甲\\n\\n乙\",\"source\":\"乙\"}", 422, "“名称”不能换行");
    }

    @Test
    void parametersHoldNoSignsOfThatKindEither() {
        var office = new Browser(port).signIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), "tasklist");
        for (var sign : List.of("%00", "%1B", "%E2%80%AE", "a%0Ab")) {
            assertThat(office.get("/api/problems?text=" + sign).statusCode())
                    .as(sign)
                    .isEqualTo(422);
        }
        assertThat(office.get("/api/problems?size=1&text=%E7%94%B2").statusCode())
                .isEqualTo(200);
        assertThat(office.get("/api/problems?size=1&" + "x".repeat(20) + "=" + "y".repeat(501))
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aWildcardIsNoTypeOfContent() {
        var office = new Browser(port).signIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), "tasklist");
        for (var type : List.of("*/*", "application/*", "application/*+json", "application/json;charset=xx")) {
            assertThat(office.send("POST", PROGRESS, type, "{}").statusCode())
                    .as(type)
                    .isIn(400, 415);
        }
    }

    private static void isRefused(Browser browser, String method, String path, String body, int status, String words) {
        var answer = browser.send(method, path, body);
        assertThat(answer.statusCode()).as(body + answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }
}

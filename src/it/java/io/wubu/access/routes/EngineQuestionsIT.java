package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.access.Browser;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.cockpit.impl.plugin.base.dto.query.IncidentQueryDto;
import org.camunda.bpm.engine.rest.dto.CamundaQueryParam;
import org.camunda.bpm.engine.rest.dto.history.HistoricTaskInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.identity.GroupQueryDto;
import org.camunda.bpm.engine.rest.dto.management.JobDefinitionQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.ExecutionQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.JobQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.ProcessInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.runtime.VariableInstanceQueryDto;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.junit.jupiter.api.Test;

/**
 * T11, T41: questions to the engine that would cost everybody else their turn, and those that ask for everything by asking
 * for nothing, by every door they fit through.
 */
class EngineQuestionsIT extends EngineAsked {

    /** The engine's questions with lists of values, by route. */
    private static final Map<String, Class<?>> COUNTED = Map.of(
            Browser.ENGINE + "/task/count", TaskQueryDto.class,
            Browser.ENGINE + "/process-instance/count", ProcessInstanceQueryDto.class,
            Browser.ENGINE + "/execution/count", ExecutionQueryDto.class,
            Browser.ENGINE + "/variable-instance/count", VariableInstanceQueryDto.class,
            Browser.ENGINE + "/job/count", JobQueryDto.class,
            Browser.ENGINE + "/job-definition/count", JobDefinitionQueryDto.class,
            Browser.ENGINE + "/history/task/count", HistoricTaskInstanceQueryDto.class,
            Browser.ENGINE + "/group/count", GroupQueryDto.class,
            COCKPIT + "/process-instance/count",
                    org.camunda.bpm.cockpit.impl.plugin.base.dto.query.ProcessInstanceQueryDto.class,
            COCKPIT + "/incident/count", IncidentQueryDto.class);

    /** No lists of values, or the Cockpit's way to say that nothing is chosen in the picture. */
    private static final Set<String> NO_VALUES = Set.of(
            "sorting",
            "orQueries",
            "processVariables",
            "taskVariables",
            "caseInstanceVariables",
            "variables",
            "activityIdIn",
            "activityInstanceIdIn");

    /** T11: f03 by every door it fits through. */
    @Test
    void monstrousQuestionsAreRefusedByEveryDoorInWordsThatNameTheLimit() {
        for (var path : List.of(
                "/task",
                "/task/count",
                "/filter/" + filter + "/list",
                "/filter/" + filter + "/count",
                "/filter/" + filter + "/singleResult")) {
            for (var kind : List.of("processVariables", "taskVariables", "caseInstanceVariables")) {
                var many = "{\"%s\":%s}".formatted(kind, conditions(11));
                isRefused(officer, "POST", Browser.ENGINE + path, many, "变量条件过多：11，至多 10");
                var spread = IntStream.range(0, 4)
                        .mapToObj(i -> "{\"%s\":%s}".formatted(kind, conditions(3)))
                        .collect(Collectors.joining(",", "{\"orQueries\":[", "]}"));
                isRefused(officer, "POST", Browser.ENGINE + path, spread, "变量条件过多");
            }
            isRefused(officer, "POST", Browser.ENGINE + path, "{\"orQueries\":" + empties(6) + "}", "“或”条件组过多：6，至多 5");
            isRefused(
                    officer,
                    "POST",
                    Browser.ENGINE + path,
                    "{\"taskDefinitionKeyIn\":" + ids(201) + "}",
                    "过多：201，至多 200");
            isRefused(
                    officer, "POST", Browser.ENGINE + path, "{\"candidateGroups\":" + ids(201) + "}", "过多：201，至多 200");
            isRefused(officer, "POST", Browser.ENGINE + path, "{\"nameLike\":\"%a%b%c%d%e%\"}", "通配符过多：6，至多 5");
            isRefused(
                    officer,
                    "POST",
                    Browser.ENGINE + path,
                    "{\"name\":\"" + "x".repeat(501) + "\"}",
                    "字符过多：501，至多 500");
        }
        for (var path : List.of(
                Browser.ENGINE + "/process-instance",
                Browser.ENGINE + "/process-instance/count",
                Browser.ENGINE + "/execution",
                Browser.ENGINE + "/execution/count",
                COCKPIT + "/process-instance",
                COCKPIT + "/process-instance/count")) {
            isRefused(manager, "POST", path, "{\"variables\":" + conditions(11) + "}", "变量条件过多：11，至多 10");
            isRefused(manager, "GET", path + "?variables=" + given(11), null, "变量条件过多：11，至多 10");
        }
        assertThat(officer.get("/actuator/health").body())
                .containsPattern("过去一分钟有 [0-9,]+ 次查询因条件过多被拒绝\",\"status\":\"STRAINED\"");
        isRefused(officer, "GET", Browser.ENGINE + "/task?processVariables=" + given(11), null, "变量条件过多：11，至多 10");
        isRefused(
                officer, "GET", Browser.ENGINE + "/history/user-operation?entityTypeIn=" + listed(201), null, "至多 200");
        isRefused(officer, "GET", Browser.ENGINE + "/task?firstResult=100001", null, "起始行过大：100,001，至多 100,000");
        isRefused(officer, "GET", Browser.ENGINE + "/task?firstResult=-1", null, "起始行不能小于 0");
        isRefused(manager, "GET", Browser.ENGINE + "/user?idIn=" + listed(201), null, "过多：201，至多 200");
        isRefused(manager, "GET", COCKPIT + "/incident?processInstanceIdIn=" + listed(201), null, "过多：201，至多 200");
        isRefused(manager, "POST", COCKPIT + "/incident/count", "{\"activityIdIn\":" + ids(201) + "}", "至多 200");
    }

    /** T11: what an honest officer asks for passes, and what lies on the limit. */
    @Test
    void whatLiesOnTheLimitIsAnswered() {
        var ten = "{\"processVariables\":" + conditions(10) + ",\"taskDefinitionKeyIn\":" + ids(200) + "}";
        assertThat(officer.send("POST", Browser.ENGINE + "/task", ten).statusCode())
                .isEqualTo(200);
        assertThat(officer.send(
                                "POST",
                                Browser.ENGINE + "/filter/" + filter + "/list",
                                "{\"orQueries\":" + empties(5) + "}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(officer.get(Browser.ENGINE + "/task?maxResults=2147483647&firstResult=100000")
                        .statusCode())
                .isEqualTo(200);
    }

    /** T50: a question is short. */
    @Test
    void longAndDeepBodiesAreRefusedBeforeTheEngineReadsThem() {
        var path = Browser.ENGINE + "/task/count";
        var longest = "{\"name\":\"" + "x".repeat(70_000) + "\"}";
        for (var type : List.of("application/json", "text/plain", "application/x-www-form-urlencoded")) {
            var answer = officer.send("POST", path, type, longest);
            assertThat(answer.statusCode()).as(type).isEqualTo(413);
            assertThat(answer.body()).contains("请求内容过大");
        }
        var deep = "{\"orQueries\":[".repeat(20) + "]}".repeat(20);
        var answer = officer.send("POST", path, deep);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("嵌套过深");
    }

    /** T40: told in the words of what does not exist. */
    @Test
    void anIdLongerThanAnyIsNobodys() {
        var id = "x".repeat(600);
        assertThat(officer.get(Browser.ENGINE + "/task/" + id).statusCode()).isEqualTo(404);
        assertThat(manager.get(Browser.ENGINE + "/process-instance/" + id).statusCode())
                .isEqualTo(404);
        assertThat(read(manager.get(Browser.ENGINE + "/process-definition/" + id))
                        .path("message")
                        .asText())
                .startsWith("查询");
    }

    /** T41: s01 in the engine's own questions. */
    @Test
    void anEmptyListAsksForNothing() {
        var tried = 0;
        for (var route : COUNTED.entrySet()) {
            for (var name : lists(route.getValue())) {
                var posted = manager.send("POST", route.getKey(), "{\"" + name + "\":[]}");
                var got = manager.get(route.getKey() + "?" + name + "=,");
                for (var answer : List.of(posted, got)) {
                    tried++;
                    assertThat(answer.statusCode())
                            .as(route.getKey() + " " + name)
                            .isIn(200, 400, 403);
                    assertThat(answer.statusCode() == 200 ? count(answer) : 0)
                            .as(route.getKey() + " " + name + " " + answer.body())
                            .isZero();
                }
            }
        }
        assertThat(tried).isGreaterThan(60);
        assertThat(count(manager.send("POST", Browser.ENGINE + "/task/count", "{}")))
                .isPositive();
        assertThat(count(officer.send("POST", Browser.ENGINE + "/task/count", "{\"activityInstanceIdIn\":[]}")))
                .isZero();
        assertThat(count(officer.send("POST", Browser.ENGINE + "/filter/" + filter + "/count", "{\"taskIdIn\":[]}")))
                .isZero();
        assertThat(count(officer.send("POST", Browser.ENGINE + "/task/count", "{\"orQueries\":[{\"taskIdIn\":[]}]}")))
                .isZero();
    }

    private void isRefused(Browser browser, String method, String path, String body, String words) {
        var answer = browser.send(method, path, body);
        assertThat(answer.statusCode())
                .as(method + " " + path + " " + answer.body())
                .isEqualTo(400);
        assertThat(read(answer).path("message").asText())
                .as(path)
                .contains(words)
                .startsWith("查询");
    }

    private static String conditions(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"name\":\"v%d\",\"operator\":\"eq\",\"value\":\"x\"}".formatted(i))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String given(int count) {
        return IntStream.range(0, count).mapToObj(i -> "v" + i + "_eq_x").collect(Collectors.joining(","));
    }

    private static String empties(int count) {
        return Stream.generate(() -> "{\"name\":\"x\"}").limit(count).collect(Collectors.joining(",", "[", "]"));
    }

    private static String ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "\"k" + i + "\"").collect(Collectors.joining(",", "[", "]"));
    }

    private static String listed(int count) {
        return IntStream.range(0, count).mapToObj(i -> "k" + i).collect(Collectors.joining(","));
    }

    private static List<String> lists(Class<?> question) {
        return Arrays.stream(question.getMethods())
                .filter(method -> method.isAnnotationPresent(CamundaQueryParam.class))
                .filter(method -> method.getParameterTypes()[0].isArray()
                        || Collection.class.isAssignableFrom(method.getParameterTypes()[0]))
                .map(method -> method.getAnnotation(CamundaQueryParam.class).value())
                .filter(name -> !name.endsWith("NotIn") && !NO_VALUES.contains(name))
                .toList();
    }

    private static long count(HttpResponse<String> answer) {
        return read(answer).path("count").asLong();
    }
}

package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.access.Browser;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** T70: every field of every question, with what no honest client would put into it: refused in words, never a failure. */
@ExtendWith(OutputCaptureExtension.class)
class EngineHostileIT extends EngineAsked {

    private static final Map<String, Class<?>> QUESTIONS = Map.of(
            Browser.ENGINE + "/task", TaskQueryDto.class,
            Browser.ENGINE + "/process-instance", ProcessInstanceQueryDto.class,
            Browser.ENGINE + "/execution", ExecutionQueryDto.class,
            Browser.ENGINE + "/variable-instance", VariableInstanceQueryDto.class,
            Browser.ENGINE + "/job", JobQueryDto.class,
            Browser.ENGINE + "/job-definition", JobDefinitionQueryDto.class,
            Browser.ENGINE + "/history/task/count", HistoricTaskInstanceQueryDto.class,
            Browser.ENGINE + "/group", GroupQueryDto.class,
            COCKPIT + "/process-instance",
                    org.camunda.bpm.cockpit.impl.plugin.base.dto.query.ProcessInstanceQueryDto.class,
            COCKPIT + "/incident", IncidentQueryDto.class);

    private static final List<String> HOSTILE = List.of(
            "null",
            "true",
            "-1",
            "1e30",
            "{}",
            "[{}]",
            "[1]",
            "\"\\\\\"",
            "\"%\\\\\"",
            "[\"\\\\\"]",
            "\"292278994-01-01T00:00:00.000+0000\"",
            "\"9999999-01-01T00:00:00.000+0000\"",
            "[{\"operator\":\"gt\",\"value\":\"292278994-01-01T00:00:00.000+0000\"}]",
            "[{\"name\":\"a\",\"operator\":\"gt\",\"value\":true}]",
            "[{\"name\":\"a\",\"operator\":\"lteq\",\"value\":null}]",
            "[{\"name\":null,\"operator\":\"eq\",\"value\":null}]",
            "[{\"name\":\"a\",\"operator\":\"like\",\"value\":5}]",
            "[{\"name\":\"a\",\"operator\":\"like\",\"value\":\"\\\\\"}]",
            "[{\"name\":\"a\",\"operator\":\"eq\",\"value\":{\"b\":[1]}}]");

    /** What needs two fields, or another place, to go wrong. */
    private static final List<String> PAIRS = List.of(
            "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"a\",\"type\":\"Object\"}}]}",
            "{\"sorting\":[{\"sortBy\":\"processVariable\",\"sortOrder\":\"asc\",\"parameters\":null}]}",
            "{\"sorting\":[{\"sortBy\":\"taskVariable\",\"sortOrder\":\"asc\",\"parameters\":{\"variable\":null,\"type\":null}}]}",
            "{\"tenantIdIn\":[\"a\"],\"withoutTenantId\":true}",
            "{\"active\":true,\"suspended\":true}",
            "{\"orQueries\":[{\"withCandidateGroups\":true}]}",
            "{\"orQueries\":[{\"tenantIdIn\":[\"a\"],\"withoutTenantId\":true}]}",
            "{\"candidateUser\":\"a\",\"candidateGroup\":\"b\",\"candidateGroups\":[\"c\"]}");

    private static final List<String> SETTINGS = List.of(
            "/process-definition?nameLike=%5C",
            "/decision-definition?nameLike=%5C",
            "/decision-requirements-definition?nameLike=%5C",
            "/deployment?nameLike=%5C",
            "/group?nameLike=%25%5C",
            "/user?firstNameLike=%5C",
            "/job?dueDates=gt_292278994-01-01T00:00:00.000%2B0000",
            "/job?dueDates=x",
            "/task?tenantIdIn=a&withoutTenantId=true",
            "/task?processVariables=a_gt_true",
            "/case-definition?nameLike=%5C",
            "/batch/statistics?type=%5C",
            "/authorization/check?permissionName=READ&resourceName=user&resourceType=99");

    private final List<String> faults = new ArrayList<>();
    private int asked;

    @Test
    void noFieldOfAnyQuestionBreaksTheServer(CapturedOutput log) {
        QUESTIONS.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(question -> attack(question.getKey(), question.getValue()));
        attack(Browser.ENGINE + "/filter/" + filter + "/list", TaskQueryDto.class);
        assertThat(asked).isGreaterThan(2500);
        assertThat(faults).isEmpty();
        assertThat(log.getAll()).doesNotContain("ENGINE-16004").doesNotContain("ENGINE-REST-HTTP500");
    }

    @Test
    void parametersAndTypesOfContentAreRefusedInWords() {
        SETTINGS.forEach(path -> check(manager, "GET", Browser.ENGINE + path, "application/json", null));
        for (var of : List.of("startedAfter=x", "startedBefore=2026-01-01T00:00:00.000%2B0000", "variables=a_gt_x")) {
            check(manager, "GET", COCKPIT + "/process-instance?" + of, "application/json", null);
        }
        for (var type :
                List.of("application/json;charset=xx", "application/json;charset=\"", "*/*", "application/*", "x")) {
            check(officer, "POST", Browser.ENGINE + "/task", type, "{}");
        }
        assertThat(officer.send("POST", Browser.ENGINE + "/task", "application/json;charset=xx", "{}")
                        .statusCode())
                .isEqualTo(415);
        assertThat(officer.send("POST", Browser.ENGINE + "/task", "application/json;charset=utf-8", "{}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(faults).isEmpty();
    }

    @Test
    void goodAnswersNameNoClass() {
        var answer = manager.get(Browser.ENGINE + "/process-definition/statistics");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(read(answer).size()).isPositive();
        assertThat(answer.body()).contains("\"instances\"").doesNotContain("@class", "org.camunda");
        assertThat(manager.get(Browser.ENGINE + "/process-definition/" + plausible.get("process-definition")
                                + "/statistics")
                        .body())
                .doesNotContain("@class", "org.camunda");
    }

    private void attack(String path, Class<?> question) {
        var browser =
                path.contains("/task") && !path.contains("history") || path.contains("/filter/") ? officer : manager;
        PAIRS.forEach(body -> check(browser, "POST", path, "application/json", body));
        var fields = fields(question);
        for (var field : fields) {
            for (var value : hostile(field)) {
                check(browser, "POST", path, "application/json", "{\"%s\":%s}".formatted(name(field), value));
            }
            check(browser, "GET", path + "?" + name(field) + "=%5C", "application/json", null);
            check(browser, "GET", path + "?" + name(field) + "=" + far(), "application/json", null);
        }
        var chance = new Random(7);
        for (var count = 0; count < 40; count++) {
            var one = fields.get(chance.nextInt(fields.size()));
            var other = fields.get(chance.nextInt(fields.size()));
            var pair = "{\"%s\":%s,\"%s\":%s}".formatted(name(one), plain(one), name(other), plain(other));
            check(browser, "POST", path, "application/json", pair);
            check(browser, "POST", path, "application/json", "{\"orQueries\":[" + pair + "]}");
        }
    }

    /** Lists of conditions get all of it; of the rest what could be meant, and two things that couldn't. */
    private static List<String> hostile(Method setter) {
        var type = setter.getParameterTypes()[0];
        if (type == Date.class) {
            return List.of("null", "5", "\"292278994-01-01T00:00:00.000+0000\"", "\"9999999-01-01T00:00:00.000+0000\"");
        }
        return type == String.class
                ? List.of("null", "{}", "\"\\\\\"", "\"%\\\\\"", "\"292278994-01-01T00:00:00.000+0000\"")
                : type == Boolean.class || type == boolean.class || Number.class.isAssignableFrom(type)
                        ? List.of("null", "true", "-1", "1e30")
                        : HOSTILE;
    }

    private static String far() {
        return URLEncoder.encode("292278994-01-01T00:00:00.000+0000", StandardCharsets.UTF_8);
    }

    /** A value of the right kind. */
    private static String plain(Method setter) {
        var type = setter.getParameterTypes()[0];
        if (type == Boolean.class || type == boolean.class) {
            return "true";
        }
        if (type == Date.class) {
            return "\"2026-01-01T00:00:00.000+0800\"";
        }
        return Number.class.isAssignableFrom(type) ? "1" : type == String.class ? "\"a\"" : "[\"a\"]";
    }

    private static List<Method> fields(Class<?> question) {
        return Arrays.stream(question.getMethods())
                .filter(method ->
                        method.isAnnotationPresent(CamundaQueryParam.class) && method.getParameterCount() == 1)
                .sorted(Comparator.comparing(EngineHostileIT::name).thenComparing(Method::toString))
                .toList();
    }

    private static String name(Method setter) {
        return setter.getAnnotation(CamundaQueryParam.class).value();
    }

    private void check(Browser browser, String method, String path, String type, String body) {
        asked++;
        var answer = browser.send(method, path, type, body);
        var words = read(answer).path("message").asText();
        if (answer.statusCode() >= 500
                || answer.statusCode() >= 400 && (words.isBlank() || words.charAt(0) < 0x2000)
                || answer.statusCode() == 401) {
            faults.add("%s %s %s %s: %d %s".formatted(method, path, type, body, answer.statusCode(), answer.body()));
        }
    }
}

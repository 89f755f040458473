package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.rest.dto.task.TaskQueryDto;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Nobody has an expression evaluated; the numbers are those of the threat list. */
class NoExpressionsIT extends WubuTest {

    private static final String UNKNOWN = "${noSuchBean}";

    @LocalServerPort
    private int port;

    /** T02, T03: every key ending in Expression, outermost and nested once and twice: read, counted, filtered, saved. */
    @Test
    void noExpressionIsEvaluatedAtAnyDepth() {
        var officer = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, CITY), "tasklist");
        var manager = new Browser(port).signIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), "cockpit");
        var filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName("待认领")
                .singleResult()
                .getId();
        assertThat(keys()).hasSizeGreaterThan(15);
        for (var key : keys()) {
            var plain = "{\"%s\":\"%s\"}".formatted(key, UNKNOWN);
            var nested = "{\"orQueries\":[" + plain + "]}";
            for (var query :
                    List.of(plain, nested, "{\"orQueries\":[{\"name\":\"x\"},{\"orQueries\":[" + plain + "]}]}")) {
                isNotEvaluated(officer, filter, query);
                isNotSaved(manager, filter, query);
            }
        }
    }

    private static List<String> keys() {
        return Arrays.stream(TaskQueryDto.class.getMethods())
                .map(method -> method.getName())
                .filter(name -> name.startsWith("set") && name.endsWith("Expression"))
                .map(name -> Character.toLowerCase(name.charAt(3)) + name.substring(4))
                .toList();
    }

    private static void isNotEvaluated(Browser officer, String filter, String query) {
        for (var path :
                List.of("/task", "/task/count", "/filter/" + filter + "/list", "/filter/" + filter + "/count")) {
            var answer = officer.send("POST", Browser.ENGINE + path, query);
            assertThat(answer.statusCode()).as(path + " " + query).isIn(400, 403);
            assertThat(answer.body()).as(path + " " + query).doesNotContain("noSuchBean");
        }
    }

    private static void isNotSaved(Browser manager, String filter, String query) {
        var saved = "{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":" + query + "}";
        assertThat(manager.send("POST", Browser.ENGINE + "/filter/create", saved)
                        .statusCode())
                .isEqualTo(403);
        assertThat(manager.send("PUT", Browser.ENGINE + "/filter/" + filter, saved)
                        .statusCode())
                .isEqualTo(403);
    }

    /** T04. */
    @Test
    void noFilterWithAnExpressionIsSaved() {
        var nested = new TaskQueryImpl();
        nested.setOrQueryActive();
        nested.dueAfterExpression(UNKNOWN);
        var query = (TaskQueryImpl) engine.getTaskService().createTaskQuery();
        query.addOrQuery(nested);
        var filter = engine.getFilterService().newTaskFilter("x").setQuery(query);
        assertThatThrownBy(() -> engine.getFilterService().saveFilter(filter))
                .isInstanceOf(BadUserRequestException.class);
        var row = jdbc.sql(
                """
                        insert into public.act_ru_filter (id_, rev_, resource_type_, name_, query_, properties_)
                        values ('bad', 1, 'Task', 'bad', '{"orQueries":[{"dueAfterExpression":"${noSuchBean}"}]}', '{}')
                        """);
        row.update();
        try {
            assertThatThrownBy(() -> engine.getFilterService().list("bad")).isInstanceOf(BadUserRequestException.class);
        } finally {
            jdbc.sql("delete from public.act_ru_filter where id_ = 'bad'").update();
        }
    }

    /** T05. */
    @ParameterizedTest
    @ValueSource(strings = {"${environment}", "${dataSource}", "${papers}", "${''.getClass()}", "${''.class}"})
    void expressionsReachNeitherOtherBeansNorClasses(String expression) {
        var model = Bpmn.createExecutableProcess("probe")
                .camundaHistoryTimeToLiveString("P1D")
                .startEvent()
                .serviceTask()
                .camundaExpression(expression)
                .endEvent()
                .done();
        var deployment = asSystem.call(() -> engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("probe.bpmn", model)
                .deploy());
        try {
            assertThatThrownBy(() -> asSystem.run(() -> engine.getRuntimeService()
                            .startProcessInstanceByKey("probe", Map.of("regionCode", COUNTY))))
                    .isInstanceOf(ProcessEngineException.class);
        } finally {
            asSystem.run(() -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
        }
    }
}

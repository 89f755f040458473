package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Region isolation: rows by prefix of the region, work by post. */
class RegionsIT extends WubuTest {

    private static final String OTHER_CITY = "140500";
    private static final String PROVINCE = "130000";

    @LocalServerPort
    private int port;

    @Test
    void aForeignUserGetsNoRowAndTheSuperiorsGetThem() {
        var number = importedProblem(COUNTY, "散乱污");
        for (var user : List.of(
                account(Role.COUNTY_GOV, OTHER_COUNTY),
                account(Role.CITY_ECO_OFFICE, OTHER_CITY),
                account(Role.PROVINCE_OFFICE, "140000"),
                account(Role.COUNTY_GOV, "130404"))) {
            as(user, () -> assertThat(tasksOf(number)).as(user).isEmpty());
        }
        for (var user : List.of(
                account(Role.COUNTY_GOV, COUNTY),
                account(Role.CITY_ECO_OFFICE, CITY),
                account(Role.PROVINCE_OFFICE, PROVINCE),
                account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY))) {
            as(user, () -> assertThat(tasksOf(number)).as(user).hasSize(1));
        }
    }

    /** T40: by id, through every route an officer has. Golden case 20. */
    @Test
    void aForeignCaseIsNotOpenedByItsIds() {
        var number = importedProblem(COUNTY, "散乱污");
        var task = task(number, "signIn");
        var account = account(Role.CITY_ECO_OFFICE, OTHER_CITY);
        var foreign = new Browser(port).signIn(account, "tasklist");
        var paths = List.of(
                Browser.ENGINE + "/task/" + task.getId(),
                Browser.ENGINE + "/task/" + task.getId() + "/form",
                Browser.ENGINE + "/task/" + task.getId() + "/deployed-form",
                Browser.ENGINE + "/task/" + task.getId() + "/form-variables",
                Browser.ENGINE + "/task/" + task.getId() + "/identity-links",
                Browser.ENGINE + "/process-instance/" + task.getProcessInstanceId(),
                "/api/tasks/" + task.getId() + "/case",
                "/api/tasks/" + task.getId() + "/paper");
        for (var path : paths) {
            var answer = foreign.get(path);
            assertThat(answer.statusCode()).as(path).isIn(403, 404);
            assertThat(answer.body()).as(path).doesNotContain(number);
        }
        for (var path : List.of("/claim", "/unclaim")) {
            var answer = foreign.send(
                    "POST", Browser.ENGINE + "/task/" + task.getId() + path, "{\"userId\":\"" + account + "\"}");
            assertThat(answer.statusCode()).as(path).isIn(403, 404);
        }
        var paper = foreign.send("POST", "/api/tasks/" + task.getId() + "/complete", "{\"received\":true}");
        assertThat(paper.statusCode()).isEqualTo(404);
        var own = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, CITY), "tasklist");
        for (var path : List.of("/api/cards?ids=", "/api/cards/next?ids=")) {
            assertThat(foreign.get(path + task.getId()).body()).isEqualTo("{}");
            assertThat(own.get(path + task.getId()).body()).contains("签收");
        }
        assertThat(own.get("/api/tasks/" + task.getId() + "/case").body()).isEqualTo("{\"number\":\"" + number + "\"}");
        assertThat(task(number, "signIn").getAssignee()).isNull();
    }

    /** T41. */
    @Test
    void noQueryCountsForeignRows() {
        var number = importedProblem(COUNTY, "散乱污");
        var foreign = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, OTHER_CITY), "tasklist");
        for (var query : List.of(
                "{\"processInstanceBusinessKey\":\"" + number + "\"}",
                "{\"tenantIdIn\":[\"" + COUNTY + "\"]}",
                "{\"orQueries\":[{\"tenantIdIn\":[\"" + COUNTY + "\"],\"candidateGroup\":\"CITY_ECO_OFFICE@130400\"}]}",
                "{\"processVariables\":[{\"name\":\"regionCode\",\"operator\":\"like\",\"value\":\"1304%\"}]}",
                "{\"orQueries\":[{\"processVariables\":[{\"name\":\"regionCode\",\"operator\":\"eq\",\"value\":\"130403\"}]}]}",
                "{\"descriptionLike\":\"%" + number + "%\",\"sorting\":[{\"sortBy\":\"processVariable\","
                        + "\"sortOrder\":\"asc\",\"parameters\":{\"variable\":\"regionCode\",\"type\":\"String\"}}]}",
                "{\"withoutTenantId\":true}",
                "{\"candidateGroup\":\"CITY_ECO_OFFICE@130400\"}")) {
            assertThat(foreign.send("POST", Browser.ENGINE + "/task", query).body())
                    .as(query)
                    .isEqualTo("[]");
            assertThat(foreign.send("POST", Browser.ENGINE + "/task/count", query)
                            .body())
                    .as(query)
                    .isEqualTo("{\"count\":0}");
        }
    }

    /** The county's officer sees the city's task of his own case, but it is not his. */
    @Test
    void onlyThePostAskedForClaimsAndCompletes() {
        var number = importedProblem(COUNTY, "散乱污");
        var task = task(number, "signIn");
        var county = account(Role.COUNTY_GOV, COUNTY);
        var city = account(Role.CITY_ECO_OFFICE, CITY);
        as(county, () -> {
            assertThat(tasksOf(number)).hasSize(1);
            assertThatThrownBy(() -> engine.getTaskService().claim(task.getId(), county))
                    .isInstanceOf(AuthorizationException.class);
        });
        as(city, () -> {
            assertThatThrownBy(() -> engine.getTaskService().claim(task.getId(), county))
                    .isInstanceOf(AuthorizationException.class);
            engine.getTaskService().claim(task.getId(), city);
        });
        as(county, () -> assertThatThrownBy(() -> engine.getTaskService().setAssignee(task.getId(), null))
                .isInstanceOf(AuthorizationException.class));
        assertThat(task(number, "signIn").getAssignee()).isEqualTo(city);
        as(city, () -> engine.getTaskService().setAssignee(task.getId(), null));
        assertThat(task(number, "signIn").getAssignee()).isNull();
    }

    @Test
    void noCaseStartsWithoutARegion() {
        assertThatThrownBy(() -> asSystem.run(
                        () -> engine.getRuntimeService().startProcessInstanceByKey("fiveStep", "PB-X", Map.of())))
                .isInstanceOfAny(ProcessEngineException.class, IllegalStateException.class);
    }

    @Test
    void aCaseLeavesNoGrantRowBehind() {
        var before = rows();
        importedProblem(COUNTY, "散乱污");
        assertThat(rows()).isEqualTo(before);
    }

    /** The same four rows show everybody his own work, on every day. */
    @Test
    void theStandingFiltersKnowTheirReaderAndTheDay() {
        var number = importedProblem(COUNTY, "散乱污");
        var city = account(Role.CITY_ECO_OFFICE, CITY);
        var other = account(Role.CITY_ECO_OFFICE, OTHER_CITY);
        var task = task(number, "signIn");
        as(city, () -> {
            assertThat(filtered("待认领", number)).isTrue();
            assertThat(filtered("我的待办", number)).isFalse();
            assertThat(filtered("已逾期", number)).isFalse();
            engine.getTaskService().claim(task.getId(), city);
            assertThat(filtered("待认领", number)).isFalse();
            assertThat(filtered("我的待办", number)).isTrue();
        });
        as(other, () -> {
            for (var name : List.of("我的待办", "待认领", "今日到期", "已逾期")) {
                assertThat(filtered(name, number)).as(name).isFalse();
            }
        });
        clock.to(task.getDueDate().toInstant().minus(Duration.ofMinutes(1)));
        as(city, () -> assertThat(filtered("今日到期", number)).isTrue());
        clock.advance(Duration.ofMinutes(2));
        as(city, () -> {
            assertThat(filtered("今日到期", number)).isFalse();
            assertThat(filtered("已逾期", number)).isTrue();
        });
        assertThat(engine.getFilterService().createFilterQuery().count()).isEqualTo(4);
    }

    private boolean filtered(String name, String number) {
        var filter = engine.getFilterService()
                .createTaskFilterQuery()
                .filterName(name)
                .singleResult();
        return engine.getFilterService().<Task>list(filter.getId()).stream()
                .anyMatch(task ->
                        task.getDescription() != null && task.getDescription().contains(number));
    }

    private List<Task> tasksOf(String number) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .list();
    }

    private long rows() {
        return jdbc.sql("select count(*) from public.act_ru_authorization")
                .query(Long.class)
                .single();
    }
}

package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What goes in and out is limited: kinds of values, rows of an answer, one completion of a task, shapes of a paper. */
class EngineLimitsIT extends WubuTest {

    @LocalServerPort
    private int port;

    /** T13: no serialized objects, of whatever format. */
    @Test
    void serializedObjectsAreRefused() {
        var number = importedProblem(COUNTY, "散乱污");
        var officer = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, CITY), "tasklist");
        var path = Browser.ENGINE + "/task/" + task(number, "signIn").getId();
        for (var format : List.of("application/x-java-serialized-object", "application/json")) {
            var value = "{\"value\":\"rO0ABXQAAXg=\",\"type\":\"Object\",\"valueInfo\":{\"objectTypeName\":"
                    + "\"java.lang.Runtime\",\"serializationDataFormat\":\"" + format + "\"}}";
            assertThat(officer.send("PUT", path + "/variables/x", value).statusCode())
                    .isEqualTo(403);
            assertThat(officer.send("POST", path + "/complete", "{\"variables\":{\"x\":" + value + "}}")
                            .statusCode())
                    .isEqualTo(403);
        }
        var configuration = engine.getProcessEngineConfiguration();
        assertThat(configuration).isInstanceOfSatisfying(ProcessEngineConfigurationImpl.class, flags -> {
            assertThat(flags.isJavaSerializationFormatEnabled()).isFalse();
            assertThat(flags.isDeserializationTypeValidationEnabled()).isTrue();
            assertThat(flags.isEnableXxeProcessing()).isFalse();
        });
    }

    /** T11. */
    @Test
    void noListIsLongerThanOneAnswerHolds() {
        var manager = new Browser(port).signIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), "cockpit");
        var rows = jdbc.sql("select count(*) from public.act_ru_execution").query(Integer.class);
        while (rows.single() <= 200) {
            importedProblem(COUNTY, "散乱污");
        }
        for (var query : List.of("", "?maxResults=2147483647", "?max%52esults=5000", "?firstResult=0&maxResults=-1")) {
            for (var method : List.of("GET", "POST")) {
                var answer =
                        manager.send(method, Browser.ENGINE + "/execution" + query, method.equals("GET") ? null : "{}");
                assertThat(answer.body().split("\"processInstanceId\"", -1).length - 1)
                        .as(method + query)
                        .isBetween(1, 200);
            }
        }
        assertThat(manager.get("/api/problems?size=101").statusCode()).isEqualTo(422);
        assertThat(manager.get("/api/problems?size=2147483647").statusCode()).isEqualTo(422);
    }

    /** T14. */
    @Test
    void ofTwentyCompletionsAtOnceExactlyOnePasses() throws Exception {
        var number = importedProblem(COUNTY, "散乱污");
        var account = account(Role.CITY_ECO_OFFICE, CITY);
        var task = task(number, "signIn").getId();
        as(account, () -> engine.getTaskService().claim(task, account));
        var browser = new Browser(port).withPassword(account, PASSWORD);
        var answers = Browser.together(
                20, () -> browser.send("POST", "/api/tasks/" + task + "/complete", "{\"signedBy\":\"值班员\"}"));
        assertThat(answers).filteredOn(status -> status == 204).hasSize(1);
        assertThat(answers)
                .filteredOn(status -> status != 204)
                .hasSize(19)
                .allMatch(status -> status == 409 || status == 404);
        assertThat(jdbc.sql("select count(*) from wubu.record_entry where subject = :n and step = 'signIn'")
                        .param("n", number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select count(*) from public.act_hi_taskinst where id_ = :t and end_time_ is not null")
                        .param("t", task)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    /** T43: by the schema the task's form states. */
    @Test
    void valuesOfAnotherTypeOrShapeAreRefusedAndChangeNothing() {
        var number = importedProblem(COUNTY, "散乱污");
        var account = account(Role.CITY_ECO_OFFICE, CITY);
        var task = task(number, "signIn").getId();
        as(account, () -> engine.getTaskService().claim(task, account));
        var officer = new Browser(port).withPassword(account, PASSWORD);
        var huge = "x".repeat(1_000_000);
        for (var paper : List.of(
                "{\"signedBy\":null}",
                "{\"signedBy\":{\"a\":1}}",
                "{\"signedBy\":[\"a\"]}",
                "{\"signedBy\":\"" + huge + "\"}",
                "{\"signedBy\":\"a\\u0000b\"}",
                "{\"signedBy\":\"a\\u202eb\"}",
                "{\"signedBy\":NaN}",
                "{}")) {
            var answer = officer.send("POST", "/api/tasks/" + task + "/complete", paper);
            assertThat(answer.statusCode())
                    .as(paper.substring(0, Math.min(80, paper.length())))
                    .isIn(400, 422);
        }
        assertThat(openSteps(number)).containsExactly("signIn");
        assertThat(problem(number).state().name()).isEqualTo("ASSIGNED");
    }
}

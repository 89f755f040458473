package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The holes of the stock engine are closed; the numbers are those of the threat list. */
class ClosedEngineIT extends WubuTest {

    /** What is open to nobody who signs in. */
    private static final List<String> CLOSED = List.of(
            "POST /deployment/create",
            "POST /message",
            "POST /signal",
            "POST /migration/execute",
            "POST /modification/execute",
            "POST /process-instance/delete",
            "DELETE /process-instance/x",
            "PUT /process-instance/x/variables/y",
            "POST /process-instance/x/variables",
            "POST /process-instance/x/modification",
            "POST /process-instance/variables-async",
            "POST /modification/executeAsync",
            "POST /batch/x/suspended",
            "PUT /history/process-instance/x",
            "DELETE /history/process-instance/x",
            "DELETE /authorization/x",
            "POST /process-definition/key/fiveStep/start",
            "POST /decision-definition/key/severity/evaluate",
            "PUT /job/x/duedate",
            "POST /authorization/create",
            "POST /group/create",
            "POST /tenant/create",
            "POST /filter/create",
            "POST /external-task/fetchAndLock",
            "GET /history/process-instance",
            "GET /history/variable-instance",
            "GET /optimize/process-instance/running",
            "GET /made-up");

    @LocalServerPort
    private int port;

    /** T42, T44: through the engine's API. */
    @Test
    void anOfficerWritesNoVariablesThroughTheEnginesApi() {
        var number = importedProblem(COUNTY, "散乱污");
        var account = account(Role.CITY_ECO_OFFICE, CITY);
        var officer = new Browser(port).signIn(account, "tasklist");
        var task = task(number, "signIn").getId();
        var path = Browser.ENGINE + "/task/" + task;
        assertThat(officer.send("POST", path + "/claim", "{\"userId\":\"" + account + "\"}")
                        .statusCode())
                .isEqualTo(204);
        var forged = "{\"variables\":{\"objected\":{\"value\":true}},\"modifications\":{\"objected\":{\"value\":true}},"
                + "\"errorCode\":\"siteRefused\",\"escalationCode\":\"X\",\"value\":true}";
        for (var route : List.of(
                "POST /complete",
                "POST /submit-form",
                "POST /resolve",
                "POST /bpmnError",
                "POST /bpmnEscalation",
                "POST /variables",
                "PUT /variables/objected",
                "POST /localVariables",
                "PUT /localVariables/objected",
                "POST /delegate",
                "POST /assignee",
                "POST /identity-links",
                "POST /comment/create",
                "PUT ")) {
            var answer = officer.send(route.split(" ")[0], path + route.substring(route.indexOf(' ') + 1), forged);
            assertThat(answer.statusCode()).as(route).isEqualTo(403);
        }
        assertThat(openSteps(number)).containsExactly("signIn");
        assertThat(problem(number).state().name()).isEqualTo("ASSIGNED");
    }

    /** T42, T44: by the services, whoever calls them in the user's name. */
    @Test
    void anOfficerWritesNoVariablesThroughTheServices() {
        var number = importedProblem(COUNTY, "散乱污");
        var account = account(Role.CITY_ECO_OFFICE, CITY);
        var task = task(number, "signIn");
        Map<String, Object> forged = Map.of("objected", true);
        as(account, () -> {
            engine.getTaskService().claim(task.getId(), account);
            for (Runnable attempt : List.<Runnable>of(
                    () -> engine.getTaskService().complete(task.getId()),
                    () -> engine.getTaskService().complete(task.getId(), forged),
                    () -> engine.getTaskService().complete(task.getId(), Map.of("paper", "forged")),
                    () -> engine.getTaskService().resolveTask(task.getId(), forged),
                    () -> engine.getFormService().submitTaskForm(task.getId(), forged),
                    () -> engine.getTaskService().setVariable(task.getId(), "objected", true),
                    () -> engine.getTaskService().setVariablesLocal(task.getId(), forged),
                    () -> engine.getTaskService().removeVariable(task.getId(), "objected"),
                    () -> engine.getTaskService().handleBpmnError(task.getId(), "X", "m", forged),
                    () -> engine.getTaskService().handleEscalation(task.getId(), "X", forged),
                    () -> engine.getTaskService().setAssignee(task.getId(), "other"),
                    () -> engine.getTaskService().addCandidateUser(task.getId(), "other"),
                    () -> engine.getRuntimeService().setVariable(task.getProcessInstanceId(), "objected", true),
                    () -> engine.getRuntimeService().correlateMessage("wubu.urgedWorkDone", number),
                    () -> engine.getRuntimeService().deleteProcessInstance(task.getProcessInstanceId(), "x"),
                    () -> engine.getRuntimeService()
                            .createProcessInstanceModification(task.getProcessInstanceId())
                            .cancelAllForActivity("signIn")
                            .execute(),
                    () -> engine.getRuntimeService()
                            .createModification(task.getProcessDefinitionId())
                            .cancelAllForActivity("signIn")
                            .processInstanceIds(task.getProcessInstanceId())
                            .executeAsync(),
                    () -> engine.getRuntimeService().setVariablesAsync(List.of(task.getProcessInstanceId()), forged),
                    () -> engine.getRuntimeService().signal(task.getExecutionId(), forged),
                    () -> engine.getRuntimeService().signalEventReceived("any", forged),
                    () -> engine.getRuntimeService().setVariablesLocal(task.getExecutionId(), forged),
                    () -> ((org.camunda.bpm.engine.impl.TaskServiceImpl) engine.getTaskService())
                            .updateVariables(task.getId(), forged, List.of("regionCode")),
                    () -> ((org.camunda.bpm.engine.impl.TaskServiceImpl) engine.getTaskService())
                            .updateVariablesLocal(task.getId(), forged, List.of("regionCode")),
                    () -> engine.getTaskService().setDueDate(task.getId(), new java.util.Date()),
                    () -> engine.getTaskService().delegateTask(task.getId(), "other"),
                    () -> engine.getTaskService().createAttachment("a", task.getId(), null, "a", "a", "http://x"),
                    () -> engine.getTaskService().createComment(task.getId(), null, "x"),
                    () -> engine.getTaskService().saveTask(task),
                    () -> engine.getRuntimeService()
                            .startProcessInstanceByKey("fiveStep", Map.of("regionCode", COUNTY)))) {
                assertThatThrownBy(attempt::run).isInstanceOf(AuthorizationException.class);
            }
        });
        assertThat(openSteps(number)).containsExactly("signIn");
    }

    /** T08, T07: whatever is not listed is closed to officer, manager and administrator. */
    @Test
    void changesToEngineAndDirectoryAreClosed() {
        var officer = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, CITY), "tasklist");
        var manager = new Browser(port).signIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), "cockpit");
        var admin = new Browser(port).signIn(account(Role.MINISTRY_ADMIN, MINISTRY), "admin");
        for (var route : CLOSED) {
            for (var browser : List.of(officer, manager, admin)) {
                var answer = browser.send(
                        route.split(" ")[0], Browser.ENGINE + route.substring(route.indexOf(' ') + 1), "{}");
                assertThat(answer.statusCode()).as(route).isEqualTo(403);
            }
        }
        assertThat(admin.get(Browser.ENGINE + "/task").statusCode()).isEqualTo(403);
        assertThat(officer.get(Browser.ENGINE + "/user").statusCode()).isEqualTo(403);
        assertThat(officer.get(Browser.ENGINE + "/job").statusCode()).isEqualTo(403);
        assertThat(admin.get(Browser.ENGINE + "/user").statusCode()).isEqualTo(200);
        assertThat(manager.get(Browser.ENGINE + "/job").statusCode()).isEqualTo(200);
    }

    /** T09: all a manager may set going. */
    @Test
    void aManagerRepeatsAFailedJobAndNothingElse() {
        var number = importedProblem(COUNTY, "散乱污");
        var job = deadline(number);
        var path = Browser.ENGINE + "/job/" + job.getId();
        var manager = new Browser(port).signIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), "cockpit");
        var officer = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, CITY), "tasklist");
        asSystem.run(() -> engine.getManagementService().setJobRetries(job.getId(), 0));
        assertThat(officer.send("PUT", path + "/retries", "{\"retries\":2}").statusCode())
                .isEqualTo(403);
        for (var wish : List.of("{\"retries\":0}", "{\"retries\":4}", "{\"retries\":-1}", "{\"retries\":null}", "{}")) {
            isRefused(manager, path, wish);
        }
        assertThat(deadline(number).getRetries()).isZero();
        assertThat(manager.send("PUT", path + "/retries", "{\"retries\":3}").statusCode())
                .isEqualTo(204);
        assertThat(deadline(number).getRetries()).isEqualTo(3);
        assertThat(deadline(number).getDuedate()).isEqualTo(job.getDuedate());
        assertThat(jdbc.sql(
                                "select object from wubu.audit_event where kind = 'ADMIN' and object like '重试%' order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains(number, "签收", "剩余次数 0 → 3")
                .doesNotContain(job.getId());
        assertThat(manager.send("PUT", path + "/suspended", "{\"suspended\":true}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(manager.send("POST", path + "/execute", "{}").statusCode()).isEqualTo(403);
        assertThat(manager.send("DELETE", path, "").statusCode()).isEqualTo(403);
    }

    /** T09: a deadline that still runs is neither stopped nor moved nor fired. */
    @Test
    void aDeadlineIsNoJobToBeRepeated() {
        var number = importedProblem(COUNTY, "散乱污");
        var job = deadline(number);
        var path = Browser.ENGINE + "/job/" + job.getId();
        var manager = new Browser(port).signIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), "cockpit");
        var wishes = List.of(
                "{\"retries\":0}",
                "{\"retries\":1}",
                "{\"retries\":3}",
                "{\"retries\":2147483647}",
                "{\"retries\":3,\"dueDate\":null}",
                "{\"retries\":3,\"dueDate\":\"2020-01-01T00:00:00.000+0800\"}",
                "{\"retries\":3,\"dueDate\":\"2030-01-01T00:00:00.000+0800\"}");
        wishes.forEach(wish -> isRefused(manager, path, wish));
        assertThat(deadline(number).getRetries()).isEqualTo(job.getRetries());
        assertThat(deadline(number).getDuedate()).isEqualTo(job.getDuedate());
        asSystem.run(() -> engine.getManagementService().setJobRetries(job.getId(), 0));
        wishes.stream().filter(wish -> wish.contains("dueDate")).forEach(wish -> isRefused(manager, path, wish));
        assertThat(deadline(number).getRetries()).isZero();
        assertThat(deadline(number).getDuedate()).isEqualTo(job.getDuedate());
        asSystem.run(() -> engine.getManagementService().setJobRetries(job.getId(), job.getRetries()));
    }

    private static void isRefused(Browser manager, String path, String wish) {
        var answer = manager.send("PUT", path + "/retries", wish);
        assertThat(answer.statusCode()).as(wish).isEqualTo(400);
        assertThat(answer.body()).as(wish).containsPattern("\"message\":\"[“请查没]");
    }

    private Job deadline(String number) {
        var instance = task(number, "signIn").getProcessInstanceId();
        return asSystem.call(() ->
                engine.getManagementService().createJobQuery().processInstanceId(instance).timers().list().stream()
                        .min(Comparator.comparing(Job::getId))
                        .orElseThrow());
    }
}

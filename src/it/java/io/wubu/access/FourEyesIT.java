package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.people.People;
import io.wubu.people.Role;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** T45: nobody decides on his own work, and who keeps the system or audits it does no business. */
class FourEyesIT extends WubuTest {

    @Autowired
    private People people;

    @LocalServerPort
    private int port;

    @Autowired
    private Records records;

    @Test
    void whoProposedDoesNotDecideWhateverPostsHeHolds() {
        var number = importedProblem(COUNTY, "散乱污");
        endAll(number);
        asSystem.run(() -> engine.getRuntimeService()
                .createProcessInstanceByKey("extension")
                .businessKey(number)
                .setVariable("regionCode", COUNTY)
                .startBeforeActivity("approveExtension")
                .execute());
        var leader = account(Role.COUNTY_LEADER, COUNTY);
        records.append(new Entry(
                number,
                "askExtension",
                "申请延期",
                new Actor(leader, post(leader)),
                clock.instant(),
                null,
                null,
                Map.of(),
                List.of(),
                null));
        var task = task(number, "approveExtension");
        as(leader, () -> assertThatThrownBy(() -> engine.getTaskService().claim(task.getId(), leader))
                .hasStackTraceContaining("职责分离：“申请延期”由您本人办理"));
        records.append(new Entry(
                number,
                "askExtension",
                "申请延期",
                new Actor("responsible-unit." + COUNTY, "责任单位"),
                clock.instant(),
                null,
                null,
                Map.of(),
                List.of(),
                null));
        as(leader, () -> engine.getTaskService().claim(task.getId(), leader));
        assertThat(task(number, "approveExtension").getAssignee()).isEqualTo(leader);
        endAll(number);
    }

    private String post(String account) {
        return people.get(account).displayName();
    }

    @Test
    void theAdministratorDoesNoBusinessAndTheAuditorChangesNothing() {
        var number = importedProblem(COUNTY, "散乱污");
        var task = task(number, "signIn").getId();
        var admin = new Browser(port).withPassword(account(Role.MINISTRY_ADMIN, MINISTRY), PASSWORD);
        var auditor = new Browser(port).withPassword(account(Role.AUDITOR, MINISTRY), PASSWORD);
        assertThat(admin.get("/api/problems/" + number).statusCode()).isEqualTo(403);
        assertThat(auditor.get("/api/problems/" + number).statusCode()).isEqualTo(200);
        for (var route : List.of(
                "POST /api/tasks/" + task + "/complete",
                "PUT /api/tasks/" + task + "/draft",
                "POST /api/tasks/" + task + "/progress",
                "POST /api/cases/" + number + "/urge",
                "POST /api/findings",
                "POST /api/evidence",
                "POST /api/problems/" + number + "/objections")) {
            for (var browser : List.of(admin, auditor)) {
                var answer = browser.send(route.split(" ")[0], route.split(" ")[1], "{}");
                assertThat(answer.statusCode()).as(route).isEqualTo(403);
            }
        }
        var signedIn = new Browser(port).signIn(account(Role.AUDITOR, MINISTRY), "tasklist");
        var claim = signedIn.send(
                "POST",
                Browser.ENGINE + "/task/" + task + "/claim",
                "{\"userId\":\"" + account(Role.AUDITOR, MINISTRY) + "\"}");
        assertThat(claim.statusCode()).isEqualTo(403);
        assertThat(openSteps(number)).containsExactly("signIn");
    }
}

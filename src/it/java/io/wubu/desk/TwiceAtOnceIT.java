package io.wubu.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.people.Role;
import io.wubu.shared.Turns;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A second click, or a second officer at the same moment: one passes, the other is told so, nothing is done twice. */
class TwiceAtOnceIT extends WubuTest {

    private static final String DEMAND = "{\"demand\":\"请今日完成签收\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Turns turns;

    @Autowired
    private PlatformTransactionManager transactions;

    private TransactionTemplate somebody;

    @BeforeEach
    void somebodyElse() {
        somebody = new TransactionTemplate(transactions);
    }

    @AfterEach
    void noRoundStays() {
        asSystem.run(
                () -> engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("RD-2017Q-R02")
                        .list()
                        .stream()
                        .map(ProcessInstance::getId)
                        .forEach(id -> engine.getRuntimeService().deleteProcessInstance(id, "test")));
    }

    @Test
    void ofTenUrgesAtOnceExactlyOnePasses() throws Exception {
        var number = importedProblem(COUNTY, "散乱污");
        var leader = at(Role.CITY_LEADER, CITY);
        var answers = Browser.together(10, () -> leader.send("POST", "/api/cases/" + number + "/urge", DEMAND));
        assertThat(answers).filteredOn(status -> status == 204).hasSize(1);
        assertThat(answers).allMatch(status -> status == 204 || status == 409 || status == 422);
        assertThat(jdbc.sql("select count(*) from wubu.record_entry where subject = :n and step = 'urgeByHand'")
                        .param("n", number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofTenStartsOfARoundExactlyOnePasses() throws Exception {
        var office = at(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
        var answers = Browser.together(10, () -> office.send("POST", "/api/rounds", "{\"no\":2}"));
        assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
        assertThat(answers).allMatch(status -> status == 200 || status == 409 || status == 422);
        assertThat(asSystem.call(() -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey("RD-2017Q-R02")
                        .count()))
                .isEqualTo(1);
    }

    @Test
    void ofTenAccountsOfOneNameExactlyOneIsOpened() throws Exception {
        var admin = at(Role.MINISTRY_ADMIN, MINISTRY);
        var wish = "{\"account\":\"t" + UUID.randomUUID().toString().substring(0, 8) + "\",\"name\":\"试用\"}";
        var answers = Browser.together(10, () -> admin.send("POST", "/api/accounts", wish));
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
        assertThat(answers).allMatch(status -> status == 201 || status == 409 || status == 422);
    }

    /** The engine's own route; claiming one's own task again is no fault. */
    @Test
    void tenClicksOnClaimingAreNoFailure() throws Exception {
        var number = importedProblem(COUNTY, "散乱污");
        var office = account(Role.CITY_ECO_OFFICE, CITY);
        var browser = new Browser(port).signIn(office, "tasklist");
        var claim = Browser.ENGINE + "/task/" + task(number, "signIn").getId() + "/claim";
        var answers = Browser.together(10, () -> browser.send("POST", claim, "{\"userId\":\"" + office + "\"}"));
        assertThat(answers).contains(204).allMatch(status -> status == 204 || status == 409);
        assertThat(task(number, "signIn").getAssignee()).isEqualTo(office);
    }

    @Test
    void whoComesSecondIsToldSoAndMayTryAgain() {
        var number = importedProblem(COUNTY, "散乱污");
        var office = account(Role.CITY_ECO_OFFICE, CITY);
        var task = task(number, "signIn").getId();
        as(office, () -> engine.getTaskService().claim(task, office));
        var city = new Browser(port).withPassword(office, PASSWORD);
        var admin = at(Role.MINISTRY_ADMIN, MINISTRY);
        second("calendar", () -> admin.send("PUT", "/api/calendar/days/2016-10-22", day("试验")));
        second("calendar", () -> admin.send("DELETE", "/api/calendar/days/2016-10-22?source=test", "{}"));
        second("paper " + task, () -> city.send("POST", path(task, "progress"), "{\"percent\":20,\"note\":\"已联系\"}"));
        second("paper " + task, () -> city.send("POST", path(task, "complete"), "{\"signedBy\":\"值班员\"}"));
        var team = account(Role.PATROL_TEAM, CITY);
        var finding = finding(photos(team, 2));
        second(
                "finding " + team,
                () -> new Browser(port).withPassword(team, PASSWORD).send("POST", "/api/findings", finding));
    }

    @Test
    void whoMayNotSeeATaskLearnsNothingOfWhoIsAtItsPaper() {
        var task = task(importedProblem(COUNTY, "散乱污"), "signIn").getId();
        var foreign = at(Role.CITY_ECO_OFFICE, "140500");
        var papers = Map.of(
                "complete", "{\"signedBy\":\"值班员\"}",
                "progress", "{\"percent\":20,\"note\":\"已联系\"}",
                "extension", "{\"newDate\":\"2026-12-31\",\"reason\":\"设备到货推迟\"}");
        papers.forEach((what, paper) -> {
            var refused = somebody.execute(status -> {
                turns.take("paper " + task);
                return foreign.send("POST", path(task, what), paper);
            });
            assertThat(refused.statusCode()).as(what + " " + refused.body()).isEqualTo(404);
        });
    }

    private void second(String thing, Supplier<HttpResponse<String>> request) {
        var refused = somebody.execute(status -> {
            turns.take(thing);
            return request.get();
        });
        assertThat(refused.statusCode()).as(thing + " " + refused.body()).isEqualTo(409);
        assertThat(refused.body()).contains("请勿重复提交");
        var passed = request.get();
        assertThat(passed.statusCode()).as(thing + " " + passed.body()).isBetween(200, 299);
    }

    private static String path(String task, String what) {
        return "/api/tasks/" + task + "/" + what;
    }

    private static String day(String name) {
        return "{\"work\":false,\"name\":\"" + name + "\",\"source\":\"试验依据\"}";
    }

    private static String finding(List<String> photos) {
        return """
                {"siteName":"某某砖瓦厂","countyCode":"%s","lon":114.49,"lat":36.61,"foundOn":"2026-11-24",
                 "problemType":"散乱污","description":"现场正在生产，无环保手续，无污染治理设施，烟尘直排。","photos":["%s"]}
                """
                .formatted(COUNTY, String.join("\",\"", photos));
    }

    private Browser at(Role role, String region) {
        return new Browser(port).withPassword(account(role, region), PASSWORD);
    }
}

package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A team sees its city in its time only, and the city nothing of the team before it arrives (rule book 4.3). */
class TeamSightIT extends WubuTest {

    private static final String LANGFANG = "131000";
    private static final String LANGFANG_COUNTY = "131002";
    private static final String VISIT = "RD-2017Q-R04-" + LANGFANG;
    private static final String FINDING =
            """
            {"siteName": "甲厂", "countyCode": "131002", "foundOn": "2026-09-30", "problemType": "散乱污",
             "description": "现场正在生产，无环保手续，无污染治理设施，烟尘直排。", "lon": 116.7, "lat": 39.5, "photos": []}
            """;

    @LocalServerPort
    private int port;

    @AfterEach
    void forget() {
        jdbc.sql("delete from wubu.round_team where city_code = :city")
                .param("city", LANGFANG)
                .update();
        jdbc.sql("delete from wubu.round_plan where round_code = '2017Q-R01'").update();
        endAll(VISIT);
    }

    @Test
    void aTeamSeesItsCityFromTheRoundsFirstDayUntilThreeWorkingDaysAfterItsLast() {
        var number = importedProblem(LANGFANG_COUNTY, "散乱污");
        var account = account(Role.TEAM_LEADER, LANGFANG);
        assertThat(browser(account).get("/api/problems/" + number).statusCode())
                .as("no team was formed")
                .isEqualTo(200);
        formed("2017Q-R01");
        open(number, account, "2026-09-03T23:59", false);
        open(number, account, "2026-09-04T00:00", true);
        open(number, account, "2026-09-17T18:00", true);
        open(number, account, "2026-09-21T18:00", true);
        open(number, account, "2026-09-30T09:00", false);
        assertThat(browser(account).get("/api/problems").statusCode()).isEqualTo(404);
        assertThat(browser(account).get("/api/cases/" + number + "/ladder").statusCode())
                .isEqualTo(404);
        as(account(Role.CITY_ECO_OFFICE, LANGFANG), () -> assertThat(tasks(number))
                .as("the office has no such time")
                .isEqualTo(1));
    }

    @Test
    void outsideItsTimeATeamNeitherReportsNorClaims() {
        formed("2017Q-R01");
        clock.to(LocalDateTime.of(2026, 9, 30, 9, 0));
        var refused = browser(account(Role.SUPERVISION_TEAM, LANGFANG)).send("POST", "/api/findings", FINDING);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("team.closed", "轮次没有开始或已经结束");
        var task = task(foundProblem(LANGFANG_COUNTY, "散乱污"), "submitFinding").getId();
        var leader = account(Role.TEAM_LEADER, LANGFANG);
        as(leader, () -> assertThatThrownBy(() -> engine.getTaskService().claim(task, leader))
                .isInstanceOf(AuthorizationException.class));
    }

    /** 四不两直: nothing of a visit reaches the place through the engine. */
    @Test
    void thePlaceVisitedFindsNothingOfRoundAndTeamInAnyList() {
        visit();
        for (var role : List.of(Role.CITY_ECO_OFFICE, Role.CITY_GOV, Role.CITY_LEADER, Role.PATROL_TEAM)) {
            as(account(role, LANGFANG), this::findsNothing);
        }
        as(account(Role.TEAM_LEADER, LANGFANG), () -> assertThat(tasks(VISIT)).isEqualTo(1));
    }

    /** Nor through our own routes. */
    @Test
    void thePlaceVisitedIsToldNothingOfRoundAndTeam() {
        visit();
        for (var role : List.of(Role.CITY_ECO_OFFICE, Role.CITY_GOV, Role.CITY_LEADER, Role.PATROL_TEAM)) {
            var browser = browser(account(role, LANGFANG));
            for (var path : List.of(
                    "/api/records/" + VISIT,
                    "/api/cases/" + VISIT + "/limits",
                    "/api/cases/" + VISIT + "/ladder",
                    "/api/rounds",
                    "/api/rounds/2017Q-R04/draw")) {
                assertThat(browser.get(path).statusCode()).as(role + path).isEqualTo(404);
            }
            assertThat(browser.send("POST", "/api/cases/" + VISIT + "/urge", "{\"demand\":\"请尽快办理到位\"}")
                            .statusCode())
                    .isIn(403, 404);
        }
    }

    private void visit() {
        asSystem.run(() -> engine.getRuntimeService()
                .startProcessInstanceByKey("teamCheck", VISIT, Map.of("regionCode", LANGFANG)));
    }

    private void findsNothing() {
        assertThat(tasks(VISIT)).isZero();
        assertThat(engine.getTaskService()
                        .createTaskQuery()
                        .taskDefinitionKey("arrive")
                        .count())
                .isZero();
        assertThat(engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(VISIT)
                        .count())
                .isZero();
        for (Filter filter : engine.getFilterService().createFilterQuery().list()) {
            assertThat(engine.getFilterService().<Task>list(filter.getId()))
                    .noneMatch(task -> task.getTaskDefinitionKey().equals("arrive"));
        }
    }

    private Browser browser(String account) {
        return new Browser(port).withPassword(account, PASSWORD);
    }

    private void open(String number, String account, String at, boolean open) {
        clock.to(LocalDateTime.parse(at));
        as(account, () -> assertThat(tasks(number)).as(at).isEqualTo(open ? 1 : 0));
        var answer = new Browser(port).withPassword(account, PASSWORD).get("/api/problems/" + number);
        assertThat(answer.statusCode()).as(at).isEqualTo(open ? 200 : 404);
    }

    private void formed(String round) {
        jdbc.sql(
                        """
                        insert into wubu.round_plan (round_code, cities, team_count, points_per_city, rest_rounds)
                        values (:round, array['131000'], 1, 1, 0)
                        """)
                .param("round", round)
                .update();
        jdbc.sql(
                        """
                        insert into wubu.round_team (round_code, no, city_code, leader, members, home_region)
                        values (:round, 1, :city, '组长', array['组员'], '370100')
                        """)
                .param("round", round)
                .param("city", LANGFANG)
                .update();
    }

    private long tasks(String number) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .count();
    }
}

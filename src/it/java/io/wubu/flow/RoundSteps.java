package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.campaigns.RoundPoints;
import io.wubu.flow.supervisionround.RoundStarts;
import io.wubu.people.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;

/** A round from its plan to the teams’ checks, for the tests of its parts. */
abstract class RoundSteps extends WubuTest {

    /** Cities no other test finds problems in, and one county of each. */
    static final String JINCHENG = "140500";

    static final String GAOPING = "140581";
    static final String HENGSHUI = "131100";
    static final String GUCHENG = "131126";

    @Autowired
    RoundStarts starts;

    @Autowired
    RoundPoints points;

    void planned(String round, int no, String... cities) {
        handIn(office(), round, "planRound", plan(no, cities));
        assertThat(openSteps(round)).containsExactly("formTeams");
    }

    static Map<String, Object> plan(int no, String... cities) {
        var rows = new ArrayList<Map<String, Object>>();
        for (var city : cities) {
            for (var i = 1; i <= 3; i++) {
                rows.add(Map.of(
                        "name",
                        "第%d轮点位%s-%d".formatted(no, city, i),
                        "county",
                        city.equals(JINCHENG) ? GAOPING : GUCHENG,
                        "kind",
                        List.of("HOT_GRID", "COMPLAINT", "UTILITY").get(i - 1),
                        "flagged",
                        true));
            }
        }
        var plan = new HashMap<String, Object>();
        plan.put("roundNo", no);
        plan.put("phase", "2");
        plan.put("startDate", first(no).toString());
        plan.put("endDate", first(no).plusDays(13).toString());
        plan.put("cities", List.of(cities));
        plan.put("teamCount", cities.length);
        plan.put("focusTypes", List.of("散乱污企业"));
        plan.put("pointsPerCity", 3);
        plan.put("restRounds", 2);
        plan.put("points", rows);
        return plan;
    }

    void teamed(String round, String... cities) {
        var teams =
                java.util.Arrays.stream(cities).map(SupervisionRoundIT::team).toList();
        handIn(office(), round, "formTeams", Map.of("teams", teams));
    }

    static Map<String, Object> team(String city) {
        return Map.of(
                "cityCode",
                city,
                "leader",
                "督查组组长",
                "members",
                "督查员甲、督查员乙",
                "homeRegion",
                "370100",
                "avoidanceDeclared",
                true);
    }

    void arrived(String team, String city) {
        handIn(
                account(Role.TEAM_LEADER, city),
                team,
                "arrive",
                Map.of("arrivedAt", local(Duration.ZERO), "place", "驻地", "unannounced", true));
        assertThat(openSteps(team)).contains("checkOnSite");
    }

    Map<String, Object> checked(String city, String county, Map<String, Object> finding) {
        var check = new HashMap<String, Object>(Map.of(
                "countyCode",
                county,
                "lon",
                112.9,
                "lat",
                35.8,
                "checkedAt",
                local(Duration.ZERO),
                "inspectors",
                "督查员甲、督查员乙",
                "signature",
                "SIGNED"));
        check.putAll(finding);
        if (!"NO_PROBLEM".equals(finding.get("result"))) {
            check.put("photos", photos(account(Role.SUPERVISION_TEAM, city), 2));
        }
        return check;
    }

    static Map<String, Object> problem() {
        return Map.of("result", "PROBLEM", "problemType", "散乱污企业综合整治不力", "description", "该加工点无环保手续，原料露天堆放，未采取任何治污措施。");
    }

    String office() {
        return account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
    }

    static LocalDate first(int no) {
        return LocalDate.of(2026, 9, 4).plusDays(14L * (no - 1));
    }

    String local(Duration offset) {
        return clock.instant()
                .plus(offset)
                .atZone(clock.getZone())
                .toLocalDateTime()
                .toString();
    }

    List<Task> tasksOf(String number, String step) {
        return asSystem.call(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(step)
                .orderByTaskDescription()
                .asc()
                .list());
    }

    List<String> numbersFound(String round, String city) {
        return jdbc.sql(
                        "select number from wubu.problem where round_code = :round and city_code = :city order by number")
                .param("round", round)
                .param("city", city)
                .query(String.class)
                .list();
    }
}

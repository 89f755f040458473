package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.people.Role;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What a plan, a team and a check must satisfy, and who may see the teams. */
class RoundRulesIT extends RoundSteps {

    @Test
    void aPlanMustFitTheRound() {
        var round = starts.begin(13);
        var plan = plan(13, JINCHENG);

        plan.put("endDate", first(13).plusDays(14).toString());
        assertThatThrownBy(() -> handIn(office(), round, "planRound", plan)).hasStackTraceContaining("“结束日期”应为");
        plan.put("endDate", first(13).plusDays(13).toString());
        plan.put("teamCount", 2);
        assertThatThrownBy(() -> handIn(office(), round, "planRound", plan)).hasStackTraceContaining("一市一组");
        plan.put("teamCount", 1);
        plan.put("startDate", first(12).toString());
        plan.put("endDate", first(12).plusDays(13).toString());
        assertThatThrownBy(() -> handIn(office(), round, "planRound", plan)).hasStackTraceContaining("日期重叠");
        plan.put("startDate", first(13).toString());
        plan.put("endDate", first(13).plusDays(13).toString());
        plan.put("points", List.of(Map.of("name", "外市企业", "county", COUNTY, "kind", "HOT_GRID")));
        assertThatThrownBy(() -> handIn(office(), round, "planRound", plan)).hasStackTraceContaining("不属于所选督查城市");
        assertThat(openSteps(round)).containsExactly("planRound");
        assertThatThrownBy(() -> starts.begin(13)).hasStackTraceContaining("已经启动");
    }

    @Test
    void aTeamMustNotComeFromTheCityItSupervises() {
        var round = starts.begin(14);
        planned(round, 14, JINCHENG);
        var team = new HashMap<>(team(JINCHENG));

        team.put("homeRegion", GAOPING);
        assertThatThrownBy(() -> handIn(office(), round, "formTeams", Map.of("teams", List.of(team))))
                .hasStackTraceContaining("回避：派出地与督查城市相同");
        team.put("homeRegion", "370100");
        team.put("members", "督查员甲");
        assertThatThrownBy(() -> handIn(office(), round, "formTeams", Map.of("teams", List.of(team))))
                .hasStackTraceContaining("组员不少于 2 人");
        team.put("members", "督查员甲、督查员乙");
        team.put("avoidanceDeclared", false);
        assertThatThrownBy(() -> handIn(office(), round, "formTeams", Map.of("teams", List.of(team))))
                .hasStackTraceContaining("已作回避声明");
        assertThat(openSteps(round)).containsExactly("formTeams");
    }

    @Test
    void aCheckMustSayEnough() {
        var round = starts.begin(8);
        planned(round, 8, HENGSHUI);
        teamed(round, HENGSHUI);
        fire(round, "roundStarts");
        var team = round + "-" + HENGSHUI;
        arrived(team, HENGSHUI);
        var check = checked(HENGSHUI, GUCHENG, problem());

        check.put("photos", photos(account(Role.SUPERVISION_TEAM, HENGSHUI), 1));
        refused(team, check, "至少 2 张");
        check.put("photos", photos(account(Role.SUPERVISION_TEAM, HENGSHUI), 2));
        check.put("inspectors", "督查员甲");
        refused(team, check, "“检查人员”不少于 2 人");
        check.put("inspectors", "督查员甲、督查员乙");
        check.put("uscc", "91140321MA0GTT3X1X");
        refused(team, check, "不是有效的 18 位代码（校验码不符）");
        check.remove("uscc");
        check.put("countyCode", COUNTY);
        refused(team, check, "不属于本组督查城市");
        check.put("countyCode", GUCHENG);
        check.put("checkedAt", local(Duration.ofHours(1)));
        refused(team, check, "不能晚于现在");
        check.put("checkedAt", local(Duration.ofDays(-40)));
        refused(team, check, "不能早于轮次首日");
        check.put("checkedAt", local(Duration.ZERO));
        check.put("result", "REFUSED");
        refused(team, check, "“已通报公安机关”必填");
        assertThat(numbersFound("2017Q-R08", HENGSHUI)).isEmpty();
    }

    /** 四不两直: not before the team arrives, and not where it goes next either. */
    @Test
    void noPostOfThePlaceSeesTheTeamOrItsPoints() {
        as(office(), () -> starts.begin(7));
        var round = "RD-2017Q-R07";
        planned(round, 7, HENGSHUI);
        teamed(round, HENGSHUI);
        fire(round, "roundStarts");
        var team = round + "-" + HENGSHUI;

        assertThat(visible(account(Role.CITY_ECO_OFFICE, HENGSHUI), team)).isZero();
        assertThat(visible(account(Role.TEAM_LEADER, HENGSHUI), team)).isEqualTo(1);
        arrived(team, HENGSHUI);
        assertThat(visible(account(Role.CITY_ECO_OFFICE, HENGSHUI), team)).isZero();
        assertThat(visible(account(Role.CITY_LEADER, HENGSHUI), team)).isZero();
        assertThat(visible(account(Role.COUNTY_ECO_BUREAU, GUCHENG), team)).isZero();
        assertThat(visible(account(Role.SUPERVISION_TEAM, HENGSHUI), team)).isEqualTo(3);
        assertThat(visible(account(Role.SUPERVISION_TEAM, JINCHENG), team)).isZero();
        assertThat(visible(office(), team)).isEqualTo(3);
    }

    @Test
    void twoInspectorsMayHandInAtTheSameMoment() throws Exception {
        var round = starts.begin(6);
        planned(round, 6, HENGSHUI);
        teamed(round, HENGSHUI);
        fire(round, "roundStarts");
        var team = round + "-" + HENGSHUI;
        arrived(team, HENGSHUI);
        var account = account(Role.SUPERVISION_TEAM, HENGSHUI);
        var tasks = tasksOf(team, "checkOnSite");
        var barrier = new CyclicBarrier(tasks.size());
        var pool = Executors.newFixedThreadPool(tasks.size());

        var papers = tasks.stream()
                .map(task -> pool.submit(() -> {
                    barrier.await();
                    handIn(account, task.getId(), checked(HENGSHUI, GUCHENG, Map.of("result", "NO_PROBLEM")));
                    return true;
                }))
                .toList();
        for (var paper : papers) {
            assertThat(paper.get()).isTrue();
        }
        pool.shutdown();
        runJobs(team);
        runJobs(round);

        assertThat(openSteps(round)).containsExactly("summariseRound");
        assertThat(passed(team)).contains("teamDone");
    }

    private long visible(String account, String team) {
        var count = new long[1];
        as(
                account,
                () -> count[0] = engine.getTaskService()
                        .createTaskQuery()
                        .processInstanceBusinessKey(team)
                        .count());
        return count[0];
    }

    private void refused(String team, Map<String, Object> check, String why) {
        var task = tasksOf(team, "checkOnSite").get(0);
        assertThatThrownBy(() -> handIn(account(Role.SUPERVISION_TEAM, HENGSHUI), task.getId(), check))
                .hasStackTraceContaining(why);
    }
}

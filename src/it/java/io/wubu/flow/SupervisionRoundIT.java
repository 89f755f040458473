package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.campaigns.Candidate;
import io.wubu.campaigns.Point;
import io.wubu.campaigns.RoundPoints;
import io.wubu.flow.supervisionround.RoundStarts;
import io.wubu.people.Role;
import io.wubu.problems.State;
import io.wubu.records.Records;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 强化督查轮次 and 督查组现场检查: from the plan over draw, teams and checks to the letters. */
class SupervisionRoundIT extends WubuTest {

    /** Cities no other test finds problems in, and one county of each. */
    private static final String JINCHENG = "140500";

    private static final String GAOPING = "140581";
    private static final String HENGSHUI = "131100";
    private static final String GUCHENG = "131126";

    @Autowired
    private RoundStarts starts;

    @Autowired
    private RoundPoints points;

    @Autowired
    private Records records;

    @Test
    void aRoundGoesFromThePlanToALetterForEachCityWithProblems() {
        var round = starts.begin(9);
        planned(round, 9, JINCHENG, HENGSHUI);
        teamed(round, JINCHENG, HENGSHUI);

        assertThat(tasksOfTeam(round, JINCHENG)).isEmpty();
        fire(round, "roundStarts");
        var jincheng = round + "-" + JINCHENG;
        var yangquan = round + "-" + HENGSHUI;
        assertThat(openSteps(jincheng)).containsExactly("arrive");
        assertThat(task(jincheng, "arrive").getTenantId()).isEqualTo(JINCHENG);
        assertThat(tenantsOf(round)).containsExactly(MINISTRY);

        arrived(jincheng, JINCHENG);
        arrived(yangquan, HENGSHUI);
        checkAll(yangquan, HENGSHUI, Map.of());
        checkAll(jincheng, JINCHENG, Map.of(1, problem(), 2, refusal()));
        runJobs(round);

        assertThat(openSteps(round)).containsExactly("summariseRound");
        assertThat(passed(round)).contains("planRound", "drawPoints", "formTeams", "roundStarts", "checkByTeam");
        assertThat(passed(jincheng)).contains("registerProblem", "problemOnLedger", "teamDone");
        assertThat(passed(yangquan)).contains("nothingFound", "teamDone").doesNotContain("registerProblem");
        var found = numbersFound("2017Q-R09", JINCHENG);
        assertThat(found).hasSize(2).allSatisfy(number -> {
            assertThat(number).startsWith("PB-2017Q-R09-" + GAOPING);
            assertThat(openSteps(number)).containsExactly("submitFinding");
            assertThat(problem(number).state()).isEqualTo(State.DRAFT);
        });
        assertThat(found.stream().map(number -> problem(number).problemType())).containsExactly("散乱污企业综合整治不力", "拒绝检查");

        assertThatThrownBy(() -> summarise(round)).hasStackTraceContaining("还有 2 个问题未上报或未审核");
        found.forEach(this::establish);
        summarise(round);

        assertThat(passed(round)).contains("beginLetters", "roundClosed");
        assertThat(state("2017Q-R09")).isEqualTo("CLOSED");
        assertThat(openSteps("SL-2017Q-R09-" + JINCHENG)).containsExactly("draftLetter");
        assertThat(openSteps("SL-2017Q-R09-" + HENGSHUI)).isEmpty();
        assertThat(records.of(round).stream().map(entry -> entry.step()))
                .startsWith("planRound", "drawPoints", "formTeams", "arrive", "arrive")
                .contains("checkOnSite")
                .endsWith("summariseRound", "beginLetters");
    }

    @Test
    void theDrawCanBeReplayedFromTheStoredSeed() {
        var round = starts.begin(10);
        planned(round, 10, JINCHENG);
        var drawn = points.of("2017Q-R10", JINCHENG).stream().map(Point::name).toList();

        importedProblem(GAOPING, "散乱污");

        assertThat(drawn).hasSize(3);
        assertThat(points.replay("2017Q-R10").get(JINCHENG))
                .extracting(Candidate::name)
                .containsExactlyElementsOf(drawn);
        assertThat(records.of(round).get(1).content()).containsKey("抽取种子").containsEntry("晋城市", "3个点位");
    }

    @Test
    void pointsInspectedLatelyRestUnlessTheyAreFlagged() {
        var first = starts.begin(11);
        planned(first, 11, HENGSHUI);
        var checked = points.of("2017Q-R11", HENGSHUI);
        checked.forEach(point ->
                points.checked(point, "NO_PROBLEM", null, clock.instant(), account(Role.TEAM_LEADER, HENGSHUI)));

        var second = starts.begin(12);
        var plan = plan(12, HENGSHUI);
        var rows = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < checked.size(); i++) {
            rows.add(Map.of("name", checked.get(i).name(), "county", GUCHENG, "kind", "RANDOM", "flagged", i == 0));
        }
        rows.add(Map.of("name", "新点位", "county", "故城县", "kind", "HOT_GRID"));
        plan.put("points", rows);
        handIn(office(), second, "planRound", plan);

        assertThat(points.of("2017Q-R12", HENGSHUI))
                .extracting(Point::name)
                .containsExactlyInAnyOrder(checked.get(0).name(), "新点位");
    }

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
    void missedLimitsAreTakenToTheSuperior() {
        var round = starts.begin(15);
        fire(round, "planRoundOverdue");
        assertThat(openSteps(round)).containsExactly("planRound", "urge");
        clock.advance(Duration.ofMinutes(1));
        planned(round, 15, JINCHENG);
        fire(round, "formTeamsOverdue");
        clock.advance(Duration.ofMinutes(1));
        teamed(round, JINCHENG);
        fire(round, "roundStarts");
        var team = round + "-" + JINCHENG;
        fire(team, "arriveOverdue");
        assertThat(openSteps(team)).containsExactly("arrive", "urge");
        clock.advance(Duration.ofMinutes(1));
        arrived(team, JINCHENG);
        fire(team, "checkPointsOverdue");
        assertThat(openSteps(team)).containsExactly("checkOnSite", "urge");
        clock.advance(Duration.ofMinutes(1));
        checkAll(team, JINCHENG, Map.of());
        assertThat(openSteps(team)).isEmpty();
        runJobs(round);
        fire(round, "summariseRoundOverdue");

        assertThat(openSteps(round)).containsExactly("summariseRound", "urge");
        assertThat(passed(round)).contains("planRoundReported", "formTeamsReported", "summariseRoundReported");
        assertThat(passed(team)).contains("arriveReported", "checkPointsReported", "needless");
        summarise(round);
        assertThat(passed(round)).contains("roundClosed");
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
        refused(team, check, "校验位不正确");
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

    private void planned(String round, int no, String... cities) {
        handIn(office(), round, "planRound", plan(no, cities));
        assertThat(openSteps(round)).containsExactly("formTeams");
    }

    private static Map<String, Object> plan(int no, String... cities) {
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

    private void teamed(String round, String... cities) {
        var teams =
                java.util.Arrays.stream(cities).map(SupervisionRoundIT::team).toList();
        handIn(office(), round, "formTeams", Map.of("teams", teams));
    }

    private static Map<String, Object> team(String city) {
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

    private void arrived(String team, String city) {
        handIn(
                account(Role.TEAM_LEADER, city),
                team,
                "arrive",
                Map.of("arrivedAt", local(Duration.ZERO), "place", "驻地", "unannounced", true));
        assertThat(openSteps(team)).contains("checkOnSite");
    }

    /** Checks all points of a city; what differs from “nothing found” by the point's number. */
    private void checkAll(String team, String city, Map<Integer, Map<String, Object>> findings) {
        var county = city.equals(JINCHENG) ? GAOPING : GUCHENG;
        var no = 0;
        for (var task : tasksOf(team, "checkOnSite")) {
            assertThat(task.getDescription()).contains("｜");
            handIn(
                    account(Role.SUPERVISION_TEAM, city),
                    task.getId(),
                    checked(city, county, findings.getOrDefault(++no, Map.of("result", "NO_PROBLEM"))));
            runJobs(team);
        }
    }

    private Map<String, Object> checked(String city, String county, Map<String, Object> finding) {
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

    private static Map<String, Object> problem() {
        return Map.of("result", "PROBLEM", "problemType", "散乱污企业综合整治不力", "description", "该加工点无环保手续，原料露天堆放，未采取任何治污措施。");
    }

    private static Map<String, Object> refusal() {
        return Map.of("result", "REFUSED", "description", "企业门卫拒绝督查组进入厂区，反复沟通后仍不配合检查。", "informedPolice", true);
    }

    private void establish(String number) {
        var city = problem(number).cityCode();
        handIn(
                account(Role.TEAM_LEADER, city),
                number,
                "submitFinding",
                Map.of("description", problem(number).description(), "confirmed", true));
        handIn(
                office(),
                number,
                "reviewFinding",
                Map.of("decision", "PASS", "severity", "MAJOR", "limitAmount", 15, "limitUnit", "CALENDAR_DAY"));
    }

    private void summarise(String round) {
        handIn(office(), round, "summariseRound", Map.of("summary", "本轮次督查按计划完成，发现的问题已全部审核并交办地方政府。"));
    }

    private String office() {
        return account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
    }

    private static LocalDate first(int no) {
        return LocalDate.of(2026, 9, 4).plusDays(14L * (no - 1));
    }

    private String local(Duration offset) {
        return clock.instant()
                .plus(offset)
                .atZone(clock.getZone())
                .toLocalDateTime()
                .toString();
    }

    private List<Task> tasksOf(String number, String step) {
        return asSystem.call(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(step)
                .orderByTaskDescription()
                .asc()
                .list());
    }

    private List<Task> tasksOfTeam(String round, String city) {
        return asSystem.call(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKeyLike(round + "%")
                .tenantIdIn(city)
                .list());
    }

    private List<String> tenantsOf(String number) {
        return asSystem.call(() ->
                engine
                        .getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(number)
                        .list()
                        .stream()
                        .map(instance -> instance.getTenantId())
                        .toList());
    }

    private List<String> numbersFound(String round, String city) {
        return jdbc.sql(
                        "select number from wubu.problem where round_code = :round and city_code = :city order by number")
                .param("round", round)
                .param("city", city)
                .query(String.class)
                .list();
    }

    private String state(String round) {
        return jdbc.sql("select state from wubu.round where code = :round")
                .param("round", round)
                .query(String.class)
                .single();
    }
}

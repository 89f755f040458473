package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.campaigns.Candidate;
import io.wubu.campaigns.Point;
import io.wubu.people.Role;
import io.wubu.problems.State;
import io.wubu.records.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 强化督查轮次 and 督查组现场检查: from the plan over draw, teams and checks to the letters. */
class SupervisionRoundIT extends RoundSteps {

    @Autowired
    private Records records;

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
        assertThat(records.of(round))
                .extracting(entry -> entry.content().get("拒绝检查的依据"))
                .filteredOn(basis -> basis != null)
                .containsExactly("《中华人民共和国生态环境法典》第一千二百二十九条");
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

    private String state(String round) {
        return jdbc.sql("select state from wubu.round where code = :round")
                .param("round", round)
                .query(String.class)
                .single();
    }
}

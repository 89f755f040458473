package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.flow.engine.Directory;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.problems.Finding;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import io.wubu.shared.Draw;
import io.wubu.shared.RuleBroken;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 巡查核查与回头看, path by path. */
class InspectIT extends WubuTest {

    @Autowired
    private Records records;

    @Autowired
    private People people;

    @Autowired
    private Directory directory;

    @Test
    void aRectifiedProblemIsVerifiedOnTheSpot() {
        var number = reported();

        handIn(bureau(), number, "checkByCounty", checked("PASS"));
        assertThat(problem(number).state()).isEqualTo(State.COUNTY_CHECKED);
        handIn(patrol(), number, "verifyOnSite", verdict(patrol(), "RECTIFIED"));

        assertThat(passed(number))
                .contains("isLookBack", "checkByCounty", "hasCountyPassed", "verifyOnSite", "isRectified", "rectified");
        assertThat(problem(number).state()).isEqualTo(State.PATROL_VERIFIED);
        assertThat(variable(number, "rectified")).isEqualTo(true);
        assertThat(last(number).label()).isEqualTo("巡查核实：整改到位");
        assertThat(last(number).photos()).hasSize(1);
    }

    @Test
    void aFailedCountyCheckEndsTheInspection() {
        var number = reported();

        handIn(bureau(), number, "checkByCounty", checked("FAIL"));

        assertThat(passed(number)).contains("notRectified").doesNotContain("verifyOnSite");
        assertThat(problem(number).state()).isEqualTo(State.NOT_RECTIFIED);
        assertThat(variable(number, "rectified")).isEqualTo(false);
    }

    @Test
    void whoHasNotBeenThereCannotLetItPass() {
        var number = reported();
        var paper = new HashMap<>(checked("PASS"));
        paper.put("onSite", "NO");

        assertThatThrownBy(() -> handIn(bureau(), number, "checkByCounty", paper))
                .hasStackTraceContaining("未到现场核查的不能通过");
        assertThat(problem(number).state()).isEqualTo(State.REPORTED);
    }

    @Test
    void withoutAPatrolTheCityVerifies() {
        var number = reported();
        handIn(bureau(), number, "checkByCounty", checked("PASS"));

        fire(number, "patrolNotCome");
        assertThat(openSteps(number)).containsExactly("verifyByCity");
        handIn(cityOffice(), number, "verifyByCity", verdict(cityOffice(), "PARTIAL"));

        assertThat(passed(number)).contains("patrolNotCome", "verifyByCity", "joinVerified", "notRectified");
        assertThat(problem(number).state()).isEqualTo(State.NOT_RECTIFIED);
        assertThat(last(number).label()).isEqualTo("市级核实：部分整改");
    }

    @Test
    void aFalseClaimIsMarkedAndNotRectified() {
        var number = reported();
        handIn(bureau(), number, "checkByCounty", checked("PASS"));

        handIn(patrol(), number, "verifyOnSite", verdict(patrol(), "FALSE_CLAIM"));

        assertThat(problem(number).state()).isEqualTo(State.NOT_RECTIFIED);
        assertThat(problem(number).flags()).containsExactly("FALSE_CLAIM");
        assertThat(variable(number, "rectified")).isEqualTo(false);
    }

    @Test
    void missedLimitsAreReportedToTheSuperiors() {
        var number = reported();

        fire(number, "checkByCountyOverdue");
        assertThat(openSteps(number)).containsExactly("checkByCounty", "urge");
        clock.advance(Duration.ofMinutes(1));
        handIn(bureau(), number, "checkByCounty", checked("PASS"));
        fire(number, "patrolNotCome");
        fire(number, "verifyByCityOverdue");

        assertThat(passed(number)).contains("checkByCountyReported", "verifyByCityReported");
        assertThat(task(number, "urge")).isNotNull();
    }

    @Test
    void aCriticalProblemIsAlwaysLookedAtAgainAfterThirtyDays() {
        var number = closed("CRITICAL");

        assertThat(openSteps(number)).isEmpty();
        fire(number, "lookBackDue");
        assertThat(clock.instant().atZone(clock.getZone()).toLocalDate()).isEqualTo(LocalDate.of(2026, 12, 24));
        fire(number, "lookBackOnSiteOverdue");
        assertThat(openSteps(number)).containsExactly("lookBackOnSite", "urge");
        clock.advance(Duration.ofMinutes(1));
        handIn(patrol(), number, "lookBackOnSite", verdict(patrol(), "RECTIFIED"));

        assertThat(passed(number))
                .contains("planLookBack", "drawSample", "isSampled", "lookBackOnSiteReported", "noRebound");
        assertThat(problem(number).state()).isEqualTo(State.CLOSED);
        assertThat(variable(number, "rebounded")).isEqualTo(false);
        var draw = entry(number, "drawSample");
        assertThat(draw.content())
                .containsEntry("随机种子", Draw.of("lookBack", number).seed())
                .containsEntry("抽样比例", "100%")
                .containsEntry("结果", "抽中")
                .containsEntry("回头看日期", "2026-12-24");
        assertThat(draw.ruleVersion()).contains("DMN-16");
    }

    @Test
    void aReboundGoesBackToRectificationWithANewDate() {
        var number = closed("CRITICAL");
        fire(number, "lookBackDue");

        handIn(patrol(), number, "lookBackOnSite", verdict(patrol(), "REBOUND"));

        assertThat(passed(number)).contains("hasRebounded", "reboundFound");
        assertThat(variable(number, "rebounded")).isEqualTo(true);
        var problem = problem(number);
        assertThat(problem.state()).isEqualTo(State.RECTIFYING);
        assertThat(problem.flags()).contains("REBOUND");
        assertThat(problem.closedAt()).isNull();
        assertThat(problem.dueAt()).isAfter(clock.instant());
    }

    @Test
    void aMinorProblemThatIsNotDrawnIsNotLookedAtAgain() {
        var number = closed("MINOR");
        while (Draw.of("lookBack", number).within(20)) {
            number = closed("MINOR");
        }

        assertThat(passed(number)).contains("drawSample", "notSampled");
        assertThat(jobs(number)).isEmpty();
        assertThat(variable(number, "rebounded")).isEqualTo(false);
        assertThat(entry(number, "drawSample").content()).containsEntry("结果", "未抽中");
    }

    /** Golden case 19. */
    @Test
    void nobodyChecksWhatHeReportedHimself() {
        var number = register(bureau());
        start(number, "CHECK");

        assertThatThrownBy(() -> handIn(bureau(), number, "checkByCounty", checked("PASS")))
                .hasStackTraceContaining("不能核查本人上报或报告完成的问题");
        assertThat(task(number, "checkByCounty").getAssignee()).isNull();
        assertThat(problem(number).state()).isEqualTo(State.REPORTED);
    }

    /** Golden case 19. */
    @Test
    void nobodyChecksTheRegionHeComesFrom() {
        var number = reported();
        handIn(bureau(), number, "checkByCounty", checked("PASS"));
        var local = "patrol-native.130400";
        if (people.find(local).isEmpty()) {
            var person = new Person(local, "邯郸市巡查组", Role.PATROL_TEAM, CITY, COUNTY);
            people.add(person);
            directory.open(person, "geheim-1234");
        }

        assertThatThrownBy(() -> handIn(local, number, "verifyOnSite", verdict(local, "RECTIFIED")))
                .hasStackTraceContaining("户籍地或原任职地");
        assertThat(problem(number).state()).isEqualTo(State.COUNTY_CHECKED);
    }

    @Test
    void aVerdictNeedsPhotosAndANote() {
        var number = reported();
        handIn(bureau(), number, "checkByCounty", checked("PASS"));

        assertThatThrownBy(() -> handIn(patrol(), number, "verifyOnSite", Map.of("verdict", "RECTIFIED")))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("“核实情况”必填")
                .hasMessageContaining("“现场照片”必填");
    }

    private String reported() {
        var number = register("team.130400");
        start(number, "CHECK");
        return number;
    }

    private String register(String reporter) {
        var finding = new Finding(
                "SUPERVISION",
                COUNTY,
                "2017Q-R06",
                null,
                "核查点位" + UUID.randomUUID(),
                null,
                null,
                null,
                "散乱污",
                "现场检查发现的问题，描述至少二十个字，供测试使用。",
                LocalDate.of(2026, 11, 20),
                null,
                null,
                null);
        var number = problems.register(finding, new Actor(reporter, "督查组"), List.of());
        problems.move(number, Move.of("report", "报告完成", Actor.SYSTEM, List.of(State.DRAFT), State.REPORTED));
        return number;
    }

    private String closed(String severity) {
        clock.to(LocalDateTime.of(2026, 11, 24, 9, 0));
        var number = register("team.130400");
        problems.move(
                number,
                Move.of("close", "销号", Actor.SYSTEM, List.of(State.REPORTED), State.CLOSED)
                        .setting("severity", severity)
                        .setting("closed_at", clock.instant()));
        start(number, "LOOK_BACK");
        return number;
    }

    private void start(String number, String mode) {
        asSystem.run(() -> engine.getRuntimeService()
                .startProcessInstanceByKey("inspect", number, Map.of("regionCode", COUNTY, "mode", mode)));
    }

    private Map<String, Object> checked(String conclusion) {
        return Map.of(
                "onSite", "YES", "conclusion", conclusion, "opinion", "现场核对整改措施逐项落实情况", "photos", photos(bureau(), 2));
    }

    private Map<String, Object> verdict(String account, String verdict) {
        return Map.of("verdict", verdict, "note", "现场逐项核对，情况如照片所示", "photos", photos(account, 1));
    }

    private String bureau() {
        return account(Role.COUNTY_ECO_BUREAU, COUNTY);
    }

    private String patrol() {
        return account(Role.PATROL_TEAM, CITY);
    }

    private String cityOffice() {
        return account(Role.CITY_ECO_OFFICE, CITY);
    }

    private Object variable(String number, String name) {
        return asSystem.call(() -> {
            var instance = engine.getHistoryService()
                    .createHistoricProcessInstanceQuery()
                    .processInstanceBusinessKey(number)
                    .processDefinitionKey("inspect")
                    .singleResult();
            return engine.getHistoryService()
                    .createHistoricVariableInstanceQuery()
                    .processInstanceId(instance.getId())
                    .variableName(name)
                    .singleResult()
                    .getValue();
        });
    }

    private Entry last(String number) {
        var entries = records.of(number);
        return entries.get(entries.size() - 1);
    }

    private Entry entry(String number, String step) {
        return records.of(number).stream()
                .filter(entry -> entry.step().equals(step))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}

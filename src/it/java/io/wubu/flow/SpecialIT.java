package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.flow.papers.Papers;
import io.wubu.inspections.Inspections;
import io.wubu.people.Role;
import io.wubu.problems.State;
import io.wubu.records.Records;
import io.wubu.slips.Slips;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** ⑤ 专项督察, path by path: the city's special supervision, and what it means for the problems in it. */
class SpecialIT extends SpecialSteps {

    @Autowired
    private Inspections inspections;

    @Autowired
    private Slips slips;

    @Autowired
    private Records records;

    @Autowired
    private Papers forms;

    @Test
    void aCityIsSupervisedFromNominationToArchive() {
        var problem = supervised();
        var inspection = inspectionOf(problem);
        assertThat(inspection).startsWith("SI-2017Q-" + CITY + "-");
        assertThat(problem(problem).state()).isEqualTo(State.SPECIAL);

        go(inspection, "transferClues");
        assertThat(openSteps(inspection)).containsExactly("submitLocalPlan", "transferClues");
        assertThat(problem(problem).dueAt()).isEqualTo(endOf(filled.inDays(30)).toInstant());
        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        handIn(unit, problem, "rectifyAfterSpecial", filled.rectification(unit));
        var team = account(Role.CENTRAL_INSPECTION_TEAM, MINISTRY);
        handIn(team, problem, "verifyAfterSpecial", filled.verification(team, "RECTIFIED"));
        go(inspection, "");

        assertThat(problem(problem).state()).isEqualTo(State.PATROL_VERIFIED);
        assertThat(passed(problem)).contains("demandReceived", "rectificationVerified");
        assertThat(passed(inspection)).contains("specialArchived");
        assertThat(stateOfInspection(inspection)).isEqualTo("ARCHIVED");
    }

    @Test
    void theCitysPlanIsDueThirtyWorkingDaysAfterTheFeedback() {
        var inspection = inspectionOf(supervised());
        clock.to(LocalDateTime.of(2018, 3, 1, 9, 0));

        go(inspection, "submitLocalPlan");

        assertThat(task(inspection, "submitLocalPlan").getDueDate()).isEqualTo(endOf("2018-04-13"));
    }

    @Test
    void theCityKnowsNothingOfItBeforeTheFeedback() {
        var inspection = inspectionOf(supervised());
        go(inspection, "giveFeedback");
        assertThat(visibleToCity(inspection)).isFalse();

        go(inspection, "submitLocalPlan");

        assertThat(visibleToCity(inspection)).isTrue();
    }

    @Test
    void aRefusedSupervisionSetsADateInstead() {
        var problem = supervised();
        var inspection = inspectionOf(problem);
        go(inspection, "approveSpecial");

        handIn(
                officer("approveSpecial"),
                inspection,
                "approveSpecial",
                Map.of(
                        "decision", "REFUSE",
                        "opinion", "暂不督察，先限期整改",
                        "requirement", "全部清理散乱污企业，逐企销号",
                        "rectifyBy", filled.inDays(20)));

        assertThat(passed(inspection)).contains("setSpecialDates", "specialNotHeld");
        assertThat(stateOfInspection(inspection)).isEqualTo("NOT_HELD");
        assertThat(problem(problem).dueAt()).isEqualTo(endOf(filled.inDays(20)).toInstant());
        assertThat(inspectionOf(supervised())).isNotEqualTo(inspection);
    }

    @Test
    void aProblemThatJoinsLateGetsTheDemandAtOnceAndADateThatIsNotGoneBy() {
        var inspection = inspectionOf(supervised());
        go(inspection, "submitLocalPlan");
        clock.advance(Duration.ofDays(40));

        var late = supervised();

        assertThat(inspectionOf(late)).isEqualTo(inspection);
        assertThat(openSteps(late)).containsExactly("rectifyAfterSpecial");
        assertThat(problem(late).dueAt()).isAfter(clock.instant());
    }

    @Test
    void theScoreSumsTheWeightedFigures() {
        var inspection = inspectionOf(supervised());
        var figures = inspections.figures(CITY);
        var counted = figures.unrectified() * 3
                + figures.newProblems()
                + figures.falseClaims() * 10
                + slips.unsettledRed(CITY, "2017Q") * 5
                + figures.failedInterviews() * 15;
        var shown = new HashMap<String, Object>();
        as(
                officer("nominate"),
                () -> shown.putAll(forms.prefill(task(inspection, "nominate").getId())));
        assertThat(shown.get("score")).asString().isEqualTo(counted + ".0");

        var nomination = new HashMap<>(special.paper("nominate"));
        nomination.put("redSlips", 2000);
        nomination.put("targetRatio", 0.37);
        handIn(officer("nominate"), inspection, "nominate", nomination);

        assertThat(inspections.get(inspection).score()).isEqualByComparingTo(BigDecimal.valueOf(counted + 12.6));
    }

    @Test
    void cluesStayOutOfTheRecordTheCityReads() {
        var inspection = inspectionOf(supervised());
        go(inspection, "followUpSpecial");

        assertThat(records.of(inspection).toString()).doesNotContain("移字1号").contains("已按程序办结");
        go(inspection, "archiveSpecial");
        var archive = new HashMap<>(special.paper("archiveSpecial"));
        archive.remove("receiptsFiled");
        assertThatThrownBy(() -> handIn(officer("archiveSpecial"), inspection, "archiveSpecial", archive))
                .hasMessageContaining("回执应当入卷后归档");
    }

    @Test
    void everyMissedLimitIsReportedToTheSuperior() {
        var inspection = inspectionOf(supervised());
        for (var step : WAY) {
            go(inspection, step);
            if (!step.equals("approveSpecial")) {
                fire(inspection, step + "Overdue");
                assertThat(openSteps(inspection)).contains("urge", step);
                clock.advance(Duration.ofMinutes(1));
            }
            handIn(officer(step), inspection, step, special.paper(step));
            assertThat(openSteps(inspection)).doesNotContain("urge");
        }
        assertThat(stateOfInspection(inspection)).isEqualTo("ARCHIVED");
    }

    private boolean visibleToCity(String inspection) {
        var seen = new AtomicBoolean();
        as(
                account(Role.CITY_GOV, CITY),
                () -> seen.set(engine.getRuntimeService()
                                .createProcessInstanceQuery()
                                .processInstanceBusinessKey(inspection)
                                .count()
                        > 0));
        return seen.get();
    }

    private String stateOfInspection(String number) {
        return jdbc.sql("select state from wubu.inspection where number = :n")
                .param("n", number)
                .query(String.class)
                .single();
    }
}

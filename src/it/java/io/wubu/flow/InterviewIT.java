package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.people.Role;
import io.wubu.problems.State;
import io.wubu.shared.RuleBroken;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** ④ 约谈, path by path: the region's interview, and what it means for the problems in it. */
class InterviewIT extends InterviewSteps {

    @Test
    void aProblemIsRectifiedAfterItsInterview() {
        var problem = interviewed(COUNTY);
        var interview = interviewOf(problem);
        assertThat(problem(problem).state()).isEqualTo(State.INTERVIEW);
        assertThat(interview).startsWith("IV-2017Q-" + COUNTY + "-");
        assertThat(openSteps(problem)).isEmpty();

        until(interview, "submitPlan");
        assertThat(openSteps(problem)).containsExactly("rectifyAfterInterview");
        assertThat(task(problem, "rectifyAfterInterview").getDueDate()).isEqualTo(endOf(filled.inDays(30)));
        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        handIn(unit, problem, "rectifyAfterInterview", filled.rectification(unit));
        var team = officer("verifyAfterInterview");
        handIn(team, problem, "verifyAfterInterview", filled.verification(team, "RECTIFIED"));

        assertThat(passed(problem)).contains("demandReceived", "rectificationVerified");
        assertThat(problem(problem).state()).isEqualTo(State.PATROL_VERIFIED);
        handIn(officer("submitPlan"), interview, "submitPlan", filled.paper("submitPlan"));
        followAll(interview, "FULFILLED");
        handIn(officer("assessInterview"), interview, "assessInterview", InterviewPapers.assessment("PASS"));
        assertThat(passed(interview)).contains("interviewPassed");
        assertThat(stateOf(interview)).isEqualTo("PASSED");
    }

    @Test
    void anInterviewOf20180801WantsItsPlanBy20180829() {
        clock.to(LocalDateTime.of(2018, 7, 25, 9, 0));
        var interview = interviewOf(interviewed(COUNTY));

        until(interview, "holdMeeting");
        clock.to(LocalDateTime.of(2018, 8, 1, 9, 0));
        handIn(officer("holdMeeting"), interview, "holdMeeting", filled.paper("holdMeeting"));
        clock.to(LocalDateTime.of(2018, 8, 6, 9, 0));
        until(interview, "submitPlan");

        assertThat(task(interview, "submitPlan").getDueDate()).isEqualTo(endOf("2018-08-29"));
    }

    @Test
    void aRefusedInterviewSetsADateInstead() {
        var problem = interviewed(COUNTY);
        var interview = interviewOf(problem);
        until(interview, "approveInterview");

        handIn(
                officer("approveInterview"),
                interview,
                "approveInterview",
                Map.of(
                        "decision", "REFUSE",
                        "opinion", "暂不约谈，先限期整改",
                        "requirement", "全部清理散乱污企业，逐企销号",
                        "rectifyBy", filled.inDays(10)));

        assertThat(passed(interview)).contains("setDates", "interviewNotHeld");
        assertThat(stateOf(interview)).isEqualTo("NOT_HELD");
        assertThat(openSteps(problem)).containsExactly("rectifyAfterInterview");
        assertThat(problem(problem).dueAt()).isEqualTo(endOf(filled.inDays(10)).toInstant());
        assertThat(interviewOf(interviewed(COUNTY))).isNotEqualTo(interview);
    }

    @Test
    void anAbsentPrincipalPutsTheMeetingOffOnceAndIsThenReported() {
        var interview = interviewOf(interviewed(COUNTY));
        until(interview, "holdMeeting");
        clock.to(LocalDateTime.of(2026, 12, 2, 9, 0));
        var again = filled.meeting(filled.requirement("落实错峰生产", 20), filled.requirement("完成清理", 20));
        again.put("outcome", "REPORTED");
        again.put("absentReason", "主要负责人出差");
        assertThatThrownBy(() -> handIn(officer("holdMeeting"), interview, "holdMeeting", again))
                .hasRootCauseInstanceOf(RuleBroken.class)
                .hasMessageContaining("首次缺席的，应改期一次");

        var absent =
                Map.<String, Object>of("outcome", "RESCHEDULED", "heldOn", filled.today(), "absentReason", "主要负责人出差");
        handIn(officer("holdMeeting"), interview, "holdMeeting", absent);
        assertThat(openSteps(interview)).containsExactly("issueNotice");
        until(interview, "holdMeeting");
        assertThatThrownBy(() -> handIn(officer("holdMeeting"), interview, "holdMeeting", absent))
                .hasMessageContaining("已改期一次");
        handIn(officer("holdMeeting"), interview, "holdMeeting", again);

        assertThat(passed(interview)).contains("absenceReported");
        assertThat(openSteps(interview)).containsExactly("urge", "writeMinutes");
        assertThat(task(interview, "urge").getTenantId()).isEqualTo(COUNTY);
    }

    @Test
    void aProblemThatJoinsLateGetsTheDemandAtOnce() {
        var first = interviewed(COUNTY);
        var interview = interviewOf(first);
        until(interview, "submitPlan");

        var late = interviewed(COUNTY);

        assertThat(interviewOf(late)).isEqualTo(interview);
        assertThat(openSteps(late)).containsExactly("rectifyAfterInterview");
        assertThat(problem(late).dueAt()).isEqualTo(problem(first).dueAt());
    }

    @Test
    void aRequirementForOneProblemConcernsOnlyThatOne() {
        var first = interviewed(COUNTY);
        var second = interviewed(COUNTY);
        var interview = interviewOf(first);
        until(interview, "holdMeeting");
        clock.to(LocalDateTime.of(2026, 12, 2, 9, 0));
        var own = Map.<String, Object>of("text", "拆除燃煤锅炉", "dueDate", filled.inDays(60), "problem", second);
        handIn(officer("holdMeeting"), interview, "holdMeeting", filled.meeting(filled.requirement("落实错峰生产", 15), own));
        until(interview, "submitPlan");

        assertThat(problem(first).dueAt()).isEqualTo(endOf("2026-12-17").toInstant());
        assertThat(problem(second).dueAt()).isEqualTo(endOf("2027-01-31").toInstant());
    }

    @Test
    void aMissedRequirementNominatesTheCity() {
        var interview = interviewOf(interviewed(COUNTY));
        until(interview, "");
        assertThat(tasks(interview, "followUp")).hasSize(2);

        fire(interview, "requirementMissed");

        var nomination = jdbc.sql("select inspection_number from wubu.inspection_nomination where source = :n")
                .param("n", interview)
                .query(String.class)
                .single();
        assertThat(nomination).startsWith("SI-2017Q-" + CITY + "-");
        assertThat(openSteps(nomination)).containsExactly("nominate");
        assertThat(tasks(interview, "followUp")).hasSize(2);
    }

    @Test
    void anExtensionFollowsUpOnlyWhatIsUnfulfilled() {
        var interview = interviewOf(interviewed(COUNTY));
        until(interview, "");
        var tasks = tasks(interview, "followUp");
        handIn(officer("followUp"), tasks.get(0).getId(), filled.followed("FULFILLED"));
        handIn(officer("followUp"), tasks.get(1).getId(), filled.followed("UNFULFILLED"));
        assertThatThrownBy(() -> handIn(
                        officer("assessInterview"), interview, "assessInterview", InterviewPapers.assessment("PASS")))
                .hasMessageContaining("还有未完成的整改要求");
        assertThatThrownBy(() -> handIn(
                        officer("assessInterview"), interview, "assessInterview", extension(1, filled.inDays(50))))
                .hasMessageContaining("逐项给出新时限：[2]");

        handIn(officer("assessInterview"), interview, "assessInterview", extension(2, filled.inDays(50)));

        var again = tasks(interview, "followUp");
        assertThat(again).hasSize(1);
        assertThat(again.get(0).getDueDate()).isEqualTo(endOf(filled.inDays(50)));
        followAll(interview, "FULFILLED");
        handIn(officer("assessInterview"), interview, "assessInterview", InterviewPapers.assessment("PASS"));
        assertThat(stateOf(interview)).isEqualTo("PASSED");
    }

    @Test
    void aFailedInterviewEndsTheRectificationAndNominatesTheCity() {
        var problem = interviewed(COUNTY);
        var interview = interviewOf(problem);
        until(interview, "");
        followAll(interview, "UNFULFILLED");
        assertThat(openSteps(problem)).containsExactly("rectifyAfterInterview");

        handIn(officer("assessInterview"), interview, "assessInterview", InterviewPapers.assessment("FAIL"));

        assertThat(passed(interview)).contains("failInterview", "interviewFailed");
        assertThat(passed(problem)).contains("interviewAssessedFailed", "failedWithInterview");
        assertThat(openSteps(problem)).isEmpty();
        assertThat(problem(problem).state()).isEqualTo(State.INTERVIEW);
        assertThat(jdbc.sql("select reason from wubu.inspection_nomination where source = :n")
                        .param("n", interview)
                        .query(String.class)
                        .list())
                .containsExactly("约谈评估不合格");
    }

    @Test
    void aMissedDateEndsTheRectification() {
        var problem = interviewed(COUNTY);
        until(interviewOf(problem), "submitPlan");

        fire(problem, "rectificationMissed");

        assertThat(passed(problem)).contains("notRectifiedInTime");
        assertThat(openSteps(problem)).isEmpty();
    }

    @Test
    void whatTheTeamRefutesIsNotRectified() {
        var problem = interviewed(COUNTY);
        until(interviewOf(problem), "submitPlan");
        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        handIn(unit, problem, "rectifyAfterInterview", filled.rectification(unit));
        fire(problem, "verifyAfterInterviewOverdue");
        assertThat(openSteps(problem)).containsExactly("urge", "verifyAfterInterview");

        var team = officer("verifyAfterInterview");
        handIn(team, problem, "verifyAfterInterview", filled.verification(team, "NOT_RECTIFIED"));

        assertThat(passed(problem)).contains("rectificationRefuted");
        assertThat(problem(problem).state()).isEqualTo(State.INTERVIEW);
    }

    private static Map<String, Object> extension(int no, String date) {
        return Map.of(
                "decision", "EXTEND",
                "opinion", "个别要求确需时间，予以展期。",
                "extensions", List.of(Map.of("requirementNo", no, "newDate", date)));
    }
}

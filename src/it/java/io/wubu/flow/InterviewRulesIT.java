package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.people.Role;
import io.wubu.rulings.Rulings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the papers of an interview must satisfy, and who is told when they are late. */
class InterviewRulesIT extends InterviewSteps {

    @Autowired
    private Rulings rulings;

    @Test
    void aMissedTargetMakesTheInterviewMandatoryPublicAndWithThePrincipal() {
        var interview = interviewOf(interviewed(COUNTY));
        assertThatThrownBy(() -> handIn(
                        officer("proposeInterview"),
                        interview,
                        "proposeInterview",
                        InterviewPapers.proposal("CLOSED", "TARGET_MISSED")))
                .hasMessageContaining("应当向社会公开");
        handIn(
                officer("proposeInterview"),
                interview,
                "proposeInterview",
                InterviewPapers.proposal("PUBLIC", "TARGET_MISSED"));
        assertThat(rulings.of(interview))
                .filteredOn(ruling -> ruling.table().equals("legalBasis"))
                .flatExtracting(ruling -> ruling.sources())
                .containsExactly("code-159", "interview-2020", "code-159", "default-openness");
        until(interview, "approveInterview");
        assertThatThrownBy(() -> handIn(
                        officer("approveInterview"),
                        interview,
                        "approveInterview",
                        Map.of(
                                "decision", "REFUSE",
                                "opinion", "不同意约谈",
                                "requirement", "限期完成整改任务和目标",
                                "rectifyBy", filled.inDays(10))))
                .hasMessageContaining("应当约谈");
        until(interview, "issueNotice");
        var notice = filled.notice(LocalDate.of(2026, 12, 10));
        notice.put("interviewee", "DEPUTY");
        assertThatThrownBy(() -> handIn(officer("issueNotice"), interview, "issueNotice", notice))
                .hasMessageContaining("应当约谈主要负责人");
    }

    @Test
    void aNoticeGoesOutThreeWorkingDaysAhead() {
        var interview = interviewOf(interviewed(COUNTY));
        until(interview, "issueNotice");

        assertThatThrownBy(() -> handIn(
                        officer("issueNotice"), interview, "issueNotice", filled.notice(LocalDate.of(2026, 11, 26))))
                .hasMessageContaining("应至少提前 3个工作日通知，不早于 2026-11-27");
        handIn(officer("issueNotice"), interview, "issueNotice", filled.notice(LocalDate.of(2026, 11, 27)));

        assertThat(openSteps(interview)).containsExactly("submitReport");
    }

    @Test
    void aPlanAnswersEveryRequirementInTime() {
        var interview = interviewOf(interviewed(COUNTY));
        until(interview, "submitPlan");

        assertThatThrownBy(() -> handIn(officer("submitPlan"), interview, "submitPlan", plan(filled.measure(1, 20))))
                .hasMessageContaining("第 [2] 项要求还没有措施");
        assertThatThrownBy(() -> handIn(
                        officer("submitPlan"),
                        interview,
                        "submitPlan",
                        plan(filled.measure(1, 31), filled.measure(2, 20))))
                .hasMessageContaining("不能晚于");
    }

    @Test
    void everyMissedLimitIsReportedToTheSuperior() {
        var interview = interviewOf(interviewed(COUNTY));
        for (var step : List.of(
                "proposeInterview",
                "verifyFacts",
                "issueNotice",
                "submitReport",
                "holdMeeting",
                "writeMinutes",
                "submitPlan")) {
            until(interview, step);
            fire(interview, step + "Overdue");
            assertThat(openSteps(interview)).contains("urge", step);
            clock.advance(Duration.ofMinutes(1));
            handIn(officer(step), interview, step, late(step));
            assertThat(openSteps(interview)).doesNotContain("urge");
        }
        followAll(interview, "FULFILLED");
        fire(interview, "assessInterviewOverdue");
        assertThat(openSteps(interview)).containsExactly("assessInterview", "urge");
    }

    @Test
    void theInterviewOfACityIsAnsweredByItsCityGovernment() {
        var interview = interviewOf(interviewed(COUNTY));
        var proposal = new HashMap<>(InterviewPapers.proposal("PUBLIC", "TARGET_MISSED"));
        proposal.put("level", "CITY");
        handIn(officer("proposeInterview"), interview, "proposeInterview", proposal);
        until(interview, "submitReport");

        handIn(account(Role.CITY_GOV, CITY), interview, "submitReport", filled.paper("submitReport"));
        until(interview, "submitPlan");
        fire(interview, "submitPlanOverdue");

        var urge = task(interview, "urge");
        assertThat(asSystem.call(() -> engine.getTaskService().getIdentityLinksForTask(urge.getId()).stream()
                        .map(link -> link.getGroupId())
                        .toList()))
                .contains("PROVINCE_OFFICE@130000");
    }
}

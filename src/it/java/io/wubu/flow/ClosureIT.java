package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.people.Role;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import io.wubu.shared.RuleBroken;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 销号, path by path: what lets a problem be struck off, and everything that keeps it on the ledger. */
class ClosureIT extends ClosureSteps {

    @Test
    void aProblemIsStruckOffAfterNoticeSignatureAndRecord() {
        var number = closing("SUPERVISION");

        until(number, "signOff");
        assertThat(problem(number).state()).isEqualTo(State.PUBLICISED);
        handIn(account(Role.CITY_LEADER, CITY), number, "signOff", ClosurePapers.signed("SIGN"));
        handIn(account(Role.PROVINCE_OFFICE, "130000"), number, "fileRecord", ClosurePapers.filed("CONFIRM", "NONE"));

        assertThat(passed(number))
                .contains(
                        "checkCompleteness",
                        "hasPassedFirstReview",
                        "decideLevel",
                        "isAccepted",
                        "noticeRunning",
                        "noticeEnded",
                        "isSigned",
                        "isConfirmed",
                        "closeProblem",
                        "problemClosed");
        var problem = problem(number);
        assertThat(problem.state()).isEqualTo(State.CLOSED);
        assertThat(problem.closedAt()).isEqualTo(clock.instant());
        assertThat(problem.recordNo()).startsWith("XH-2017Q-130400-");
        assertThat(application(number)).isEqualTo("CLOSED");
        assertThat(entry(number, "decideLevel").content())
                .containsEntry("验收", "市整改办")
                .containsEntry("备案复核", "省整改办");
        assertThat(openSteps(number)).isEmpty();
    }

    @Test
    void anIncompleteApplicationComesBackWithWhatIsMissing() {
        var number = closing("SUPERVISION");
        var paper = new HashMap<>(filled.applied(unit(), "PENDING"));
        paper.put("measures", List.of(Map.of("text", "安装布袋除尘", "done", true), Map.of("text", "清理料堆")));
        paper.put("effect", "NOT_MET");
        paper.put("similar", "OPEN");
        paper.put("source", "OPEN");

        handIn(unit(), number, "applyForClosure", paper);

        assertThat(openSteps(number)).containsExactly("applyForClosure");
        assertThat(entry(number, "checkCompleteness").content().get("缺少"))
                .isEqualTo(List.of("整改措施全部落实", "违法行为依法查处到位", "整改效果达到法律和标准要求", "同一企业、园区的同类问题一并整改", "源头治理和长效机制建立"));
        assertThat(notices(number, "RESPONSIBLE_UNIT@" + COUNTY)).anyMatch(text -> text.contains("要件不齐"));
        assertThat(application(number)).isEqualTo("INCOMPLETE");

        handIn(unit(), number, "applyForClosure", filled.applied(unit(), "NONE"));
        assertThat(openSteps(number)).containsExactly("firstReview");
        assertThat(problem(number).state()).isEqualTo(State.CLOSURE_PENDING);
    }

    @Test
    void aFailedFirstReviewSendsTheProblemBackToRectification() {
        var number = closing("SUPERVISION");
        until(number, "firstReview");

        handIn(bureau(), number, "firstReview", ClosurePapers.reviewed("FAIL"));

        assertRefused(number, "firstReviewFailed", "firstReview");
        assertThat(entry(number, "firstReview").content()).containsEntry("重新整改至", "2026-12-03");
        assertThat(closures.refusals(number)).isEqualTo(1);
    }

    /** Golden case 16. */
    @Test
    void threeOfFourNoLetGoCannotPass() {
        var number = closing("SUPERVISION");
        until(number, "acceptOnSite");
        var paper = new HashMap<>(filled.accepted("PASS", cityOffice()));
        paper.put("publicSatisfied", false);

        assertThatThrownBy(() -> handIn(cityOffice(), number, "acceptOnSite", paper))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("“群众满意”必填");
        assertThat(openSteps(number)).containsExactly("acceptOnSite");

        paper.put("conclusion", "FAIL");
        handIn(cityOffice(), number, "acceptOnSite", paper);
        assertRefused(number, "acceptanceFailed", "acceptOnSite");
    }

    @Test
    void aLongTermRectificationNeedsAnExpert() {
        var number = closing("SUPERVISION");
        jdbc.sql("update wubu.problem set time_class = 'LONG_TERM' where number = :number")
                .param("number", number)
                .update();
        until(number, "acceptOnSite");
        var paper = new HashMap<>(filled.accepted("PASS", cityOffice()));

        assertThatThrownBy(() -> handIn(cityOffice(), number, "acceptOnSite", paper))
                .hasStackTraceContaining("至少一名专家");
        paper.put("members", List.of(ClosurePapers.member("组长", false), ClosurePapers.member("专家", true)));
        handIn(cityOffice(), number, "acceptOnSite", paper);

        assertThat(openSteps(number)).containsExactly("publishNotice");
    }

    @Test
    void oneAloneIsNoAcceptanceGroup() {
        var number = closing("SUPERVISION");
        until(number, "acceptOnSite");
        var paper = new HashMap<>(filled.accepted("PASS", cityOffice()));
        paper.put("members", List.of(ClosurePapers.member("组长", false)));

        assertThatThrownBy(() -> handIn(cityOffice(), number, "acceptOnSite", paper))
                .hasMessage("“验收组成员”至少 2 项，现有 1 项");
    }

    @Test
    void theFormsOfferWhatIsAlreadyKnown() {
        var number = closing("SUPERVISION");
        problems.note(
                number,
                "draftPlan",
                "制定整改方案",
                Actor.SYSTEM,
                Map.of("整改目标", "稳定达标", "整改措施", List.of(Map.of("措施", "安装布袋除尘"))),
                List.of());

        assertThat(offered(unit(), number, "applyForClosure"))
                .containsEntry("goal", "稳定达标")
                .containsEntry("measures", List.of(Map.of("text", "安装布袋除尘")));
        until(number, "publishNotice");
        assertThat(offered(cityOffice(), number, "publishNotice")).containsEntry("endsOn", "2026-12-01");
        handIn(cityOffice(), number, "publishNotice", ClosurePapers.notice("2026-11-24", "2026-12-01"));
        objections.raise(number, OBJECTION, unit());
        assertThat(offered(cityOffice(), number, "handleObjection"))
                .containsEntry("objectionCount", 1)
                .containsEntry("objectionText", OBJECTION);
        handIn(cityOffice(), number, "handleObjection", ClosurePapers.ruled("DISMISSED", 1));
        fire(number, "noticeEnded");
        step(number, "signOff");
        assertThat(offered(account(Role.PROVINCE_OFFICE, "130000"), number, "fileRecord"))
                .containsEntry("penalty", "NONE")
                .containsEntry("recheck", "YES");
    }

    @Test
    void aClosedProblemGoesOnToItsLookBackInTheFiveSteps() {
        var number = pending("SUPERVISION");
        jdbc.sql("update wubu.problem set severity = 'CRITICAL' where number = :number")
                .param("number", number)
                .update();
        asSystem.run(() -> engine.getRuntimeService()
                .createProcessInstanceByKey("fiveStep")
                .businessKey(number)
                .setVariable("regionCode", COUNTY)
                .startBeforeActivity("closure")
                .execute());
        until(number, "fileRecord");
        handIn(account(Role.PROVINCE_OFFICE, "130000"), number, "fileRecord", ClosurePapers.filed("CONFIRM", "NONE"));

        assertThat(problem(number).state()).isEqualTo(State.CLOSED);
        fire(number, "lookBackDue");
        assertThat(openSteps(number)).containsExactly("lookBackOnSite");
        var patrol = account(Role.PATROL_TEAM, CITY);
        handIn(
                patrol,
                number,
                "lookBackOnSite",
                Map.of("verdict", "RECTIFIED", "note", "设施正常运行，未见反弹", "photos", photos(patrol, 1)));
        assertThat(problem(number).state()).isEqualTo(State.SETTLED);
    }

    @Test
    void everyMissedLimitIsReportedToTheSuperior() {
        var number = closing("SUPERVISION");
        for (var step : STEPS) {
            until(number, step);
            fire(number, step + "Overdue");
            assertThat(openSteps(number)).contains(step, "urge");
            clock.advance(Duration.ofMinutes(1));
            if (step.equals("publishNotice")) {
                handIn(cityOffice(), number, step, ClosurePapers.notice("2026-12-31", "2027-01-15"));
                clock.to(LocalDateTime.of(2027, 1, 4, 9, 0));
                objections.raise(number, OBJECTION, unit());
                fire(number, "handleObjectionOverdue");
                assertThat(openSteps(number)).containsExactly("handleObjection", "urge");
                clock.advance(Duration.ofMinutes(1));
                handIn(cityOffice(), number, "handleObjection", ClosurePapers.ruled("DISMISSED", 1));
                fire(number, "noticeEnded");
            } else {
                step(number, step);
            }
        }

        assertThat(problem(number).state()).isEqualTo(State.CLOSED);
        assertThat(passed(number))
                .contains(
                        "applyForClosureReported",
                        "firstReviewReported",
                        "acceptOnSiteReported",
                        "publishNoticeReported",
                        "handleObjectionReported",
                        "signOffReported",
                        "fileRecordReported");
    }

    private Map<String, Object> offered(String account, String number, String step) {
        var offered = new HashMap<String, Object>();
        var id = task(number, step).getId();
        as(account, () -> offered.putAll(papers.prefill(id)));
        return offered;
    }

    private List<String> notices(String number, String audience) {
        return jdbc.sql("select text from wubu.notice where subject = :number and audience = :audience")
                .param("number", number)
                .param("audience", audience)
                .query(String.class)
                .list();
    }
}

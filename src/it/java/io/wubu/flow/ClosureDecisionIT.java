package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.people.Role;
import io.wubu.problems.State;
import java.util.HashMap;
import org.junit.jupiter.api.Test;

/** Who accepts, signs and files a closure, and what stands in its way. */
class ClosureDecisionIT extends ClosureSteps {

    @Test
    void aLeaderWhoDoesNotSignRefusesTheClosure() {
        var number = closing("SUPERVISION");
        until(number, "signOff");

        handIn(account(Role.CITY_LEADER, CITY), number, "signOff", ClosurePapers.signed("REFUSE"));

        assertRefused(number, "signOffRefused", "signOff");
    }

    @Test
    void aRecheckThatFailsRefusesTheClosure() {
        var number = closing("SUPERVISION");
        until(number, "fileRecord");

        handIn(account(Role.PROVINCE_OFFICE, "130000"), number, "fileRecord", ClosurePapers.filed("REFUSE", "NONE"));

        assertRefused(number, "recordRefused", "fileRecord");
    }

    /** Golden case 16. */
    @Test
    void anUnpaidPenaltyBlocksClosingUntilItIsPaid() {
        var number = closing("SUPERVISION");
        handIn(unit(), number, "applyForClosure", filled.applied(unit(), "UNPAID"));
        until(number, "fileRecord");
        var province = account(Role.PROVINCE_OFFICE, "130000");

        assertThatThrownBy(() -> handIn(province, number, "fileRecord", ClosurePapers.filed("CONFIRM", "UNPAID")))
                .hasStackTraceContaining("已处罚、尚未履行，案件了结并履行完毕后方可销号");
        assertThatThrownBy(() -> handIn(province, number, "fileRecord", ClosurePapers.filed("CONFIRM", "APPEALED")))
                .hasStackTraceContaining("复议或诉讼中");
        assertThat(problem(number).state()).isEqualTo(State.PUBLICISED);
        handIn(province, number, "fileRecord", ClosurePapers.filed("CONFIRM", "PAID"));

        assertThat(problem(number).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aDisputedProblemCannotClose() {
        var number = closing("SUPERVISION");
        until(number, "fileRecord");
        problems.flag(number, "DISPUTED");

        assertThatThrownBy(() -> handIn(
                        account(Role.PROVINCE_OFFICE, "130000"),
                        number,
                        "fileRecord",
                        ClosurePapers.filed("CONFIRM", "NONE")))
                .hasStackTraceContaining("仍有争议未决");
        assertThat(problem(number).state()).isEqualTo(State.PUBLICISED);
    }

    @Test
    void aDrawnClosureIsNotFiledUnseen() {
        var number = closing("SUPERVISION");
        until(number, "fileRecord");
        var paper = new HashMap<>(ClosurePapers.filed("CONFIRM", "NONE"));
        paper.put("recheck", "NO");

        assertThatThrownBy(() -> handIn(account(Role.PROVINCE_OFFICE, "130000"), number, "fileRecord", paper))
                .hasStackTraceContaining("本件已抽中复核");
    }

    @Test
    void aComplaintOfTheCountyIsAcceptedBelowAndFiledByTheCity() {
        var number = closing("HOTLINE_12369");

        handIn(unit(), number, "applyForClosure", filled.applied(unit(), "NONE"));
        handIn(bureau(), number, "firstReview", ClosurePapers.reviewed("PASS"));
        assertThat(group(number, "acceptOnSite")).isEqualTo("COUNTY_ECO_BUREAU@" + COUNTY);
        handIn(bureau(), number, "acceptOnSite", filled.accepted("PASS", bureau()));
        until(number, "signOff");

        assertThat(group(number, "signOff")).isEqualTo("COUNTY_LEADER@" + COUNTY);
        handIn(account(Role.COUNTY_LEADER, COUNTY), number, "signOff", ClosurePapers.signed("SIGN"));
        assertThat(group(number, "fileRecord")).isEqualTo("CITY_ECO_OFFICE@" + CITY);
    }

    @Test
    void aListedProblemIsAcceptedByTheOfficeThatListedIt() {
        var number = closing("SUPERVISION");
        problems.flag(number, "LISTED");

        handIn(unit(), number, "applyForClosure", filled.applied(unit(), "NONE"));
        handIn(bureau(), number, "firstReview", ClosurePapers.reviewed("PASS"));

        assertThat(group(number, "acceptOnSite")).isEqualTo("MINISTRY_SUPERVISION_OFFICE@" + MINISTRY);
    }

    @Test
    void aRefusedClosureGoesOnWithTheRectificationInTheFiveSteps() {
        var number = pending("SUPERVISION");
        asSystem.run(() -> engine.getRuntimeService()
                .createProcessInstanceByKey("fiveStep")
                .businessKey(number)
                .setVariable("regionCode", COUNTY)
                .startBeforeActivity("closure")
                .execute());
        until(number, "firstReview");

        handIn(bureau(), number, "firstReview", ClosurePapers.reviewed("FAIL"));

        assertThat(passed(number)).contains("firstReviewFailed", "refusedClosure", "backToRectification");
        assertThat(openSteps(number)).containsExactly("rectify");
        assertThat(problem(number).state()).isEqualTo(State.RECTIFYING);
    }

    private String group(String number, String step) {
        return asSystem.call(() -> engine.getTaskService()
                .getIdentityLinksForTask(task(number, step).getId())
                .get(0)
                .getGroupId());
    }
}

package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import io.wubu.problems.State;
import io.wubu.shared.RuleBroken;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 交办整改, path by path: who does what, what the ledger says afterwards, who is told when nobody does it. */
class AssignIT extends WubuTest {

    private static final Map<String, Object> SIGNED = AssignSteps.SIGNED;

    private final AssignSteps steps = new AssignSteps(this);

    @Test
    void aProblemGoesFromSignInToTheReport() {
        var number = importedProblem(CITY, "散乱污");

        steps.until(number, "reportDone");
        handIn(account(Role.RESPONSIBLE_UNIT, COUNTY), number, "reportDone", steps.report(COUNTY));

        assertThat(passed(number))
                .contains(
                        "signIn",
                        "split",
                        "moveToCounty",
                        "claimByCounty",
                        "draftPlan",
                        "approvePlan",
                        "rectify",
                        "reportDone",
                        "rectified");
        assertThat(problem(number).state()).isEqualTo(State.REPORTED);
        assertThat(problem(number).regionCode()).isEqualTo(COUNTY);
    }

    @Test
    void anUpheldObjectionWithdrawsTheProblem() {
        var number = importedProblem(COUNTY, "散乱污");

        handIn(
                account(Role.CITY_ECO_OFFICE, CITY),
                number,
                "signIn",
                Map.of("signedBy", "值班主任", "objection", "DUPLICATE", "objectionReason", "与上月交办的问题重复，同一企业"));
        handIn(
                account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY),
                number,
                "decideObjection",
                Map.of("decision", "UPHELD", "reason", "经核实，确属重复交办"));

        assertThat(problem(number).state()).isEqualTo(State.WITHDRAWN);
        assertThat(passed(number)).contains("objectionUpheld", "problemWithdrawn");
        assertThat(openSteps(number)).isEmpty();
    }

    @Test
    void aDismissedObjectionGoesOnToTheSplit() {
        var number = importedProblem(COUNTY, "散乱污");

        handIn(
                account(Role.CITY_ECO_OFFICE, CITY),
                number,
                "signIn",
                Map.of("signedBy", "值班主任", "objection", "FACT_ERROR", "objectionReason", "现场情况与描述不一致，请复核"));
        assertThat(problem(number).state()).isEqualTo(State.DISPUTED);
        handIn(
                account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY),
                number,
                "decideObjection",
                Map.of("decision", "DISMISSED", "reason", "照片和监测数据清楚，事实无误"));

        assertThat(openSteps(number)).containsExactly("split");
        assertThat(problem(number).state()).isEqualTo(State.SIGNED);
    }

    @Test
    void aReturnedPlanComesBackToTheUnit() {
        var number = importedProblem(COUNTY, "散乱污");
        steps.until(number, "approvePlan");

        handIn(
                account(Role.COUNTY_LEADER, COUNTY),
                number,
                "approvePlan",
                Map.of("decision", "RETURN", "comment", "措施不具体，请补充"));

        assertThat(openSteps(number)).containsExactly("draftPlan");
        assertThat(problem(number).state()).isEqualTo(State.CLAIMED);
    }

    @Test
    void everyMissedLimitGivesTheSuperiorATaskThatVanishesWhenTheWorkIsDone() {
        var number = importedProblem(COUNTY, "散乱污");

        fire(number, "signInOverdue");
        assertThat(openSteps(number)).containsExactly("signIn", "urge");
        handIn(account(Role.CITY_LEADER, CITY), number, "urge", Map.of("demand", "请今日完成签收"));
        handIn(account(Role.CITY_ECO_OFFICE, CITY), number, "signIn", SIGNED);
        fire(number, "splitOverdue");
        clock.advance(Duration.ofMinutes(1));
        handIn(account(Role.CITY_ECO_OFFICE, CITY), number, "split", steps.split(COUNTY));
        assertThat(openSteps(number)).containsExactly("claimByCounty");
        fire(number, "claimByCountyOverdue");
        clock.advance(Duration.ofMinutes(1));
        handIn(account(Role.COUNTY_GOV, COUNTY), number, "claimByCounty", steps.claim(number));
        fire(number, "draftPlanOverdue");
        clock.advance(Duration.ofMinutes(1));
        handIn(account(Role.RESPONSIBLE_UNIT, COUNTY), number, "draftPlan", steps.plan(number));
        fire(number, "approvePlanOverdue");
        assertThat(openSteps(number)).containsExactly("approvePlan", "urge");
        assertThat(passed(number)).contains("needless", "urged");
    }

    @Test
    void anOverdueRectificationIsUrgedAndEscalatesWhenTheSlipsWereInVain() {
        var number = importedProblem(COUNTY, "散乱污");
        steps.until(number, "rectify");

        fire(number, "rectificationDue");
        assertThat(openSteps(number)).containsExactly("rectify", "urge");
        assertThat(problem(number).state()).isEqualTo(State.RECTIFYING);
        fire(number, "officeOpens");
        for (var colour = 0; colour < 3; colour++) {
            assertThat(openSteps(number)).containsExactly("rectify", "signSlip", "urge");
            fire(number, "slipExpired");
        }

        assertThat(passed(number))
                .contains("deadlineMissedTwice", "rectificationOverdue", "assessProminence", "isProminentAndSlow");
        assertThat(problem(number).flags()).contains("URGED_IN_VAIN");
        assertThat(openSteps(number)).doesNotContain("rectify");
    }

    @Test
    void aShutdownWithoutLegalBasisIsRefusedAndNothingMoves() {
        var number = importedProblem(COUNTY, "散乱污");
        steps.until(number, "draftPlan");
        var plan = new HashMap<>(steps.plan(number));
        plan.put("shutdown", true);

        assertThatThrownBy(() -> handIn(account(Role.RESPONSIBLE_UNIT, COUNTY), number, "draftPlan", plan))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("停产停业或关闭的法律依据")
                .hasMessageContaining("必填");
        assertThat(problem(number).state()).isEqualTo(State.CLAIMED);
        assertThat(openSteps(number)).containsExactly("draftPlan");
    }

    @Test
    void aPlanLaterThanTheLimitIsRefused() {
        var number = importedProblem(COUNTY, "散乱污");
        steps.until(number, "draftPlan");
        var plan = new HashMap<>(steps.plan(number));
        plan.put("dueDate", clock.instant().plusSeconds(86400L * 60).toString().substring(0, 10));

        assertThatThrownBy(() -> handIn(account(Role.RESPONSIBLE_UNIT, COUNTY), number, "draftPlan", plan))
                .hasStackTraceContaining("不能晚于整改时限");
    }
}

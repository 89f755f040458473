package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.people.Role;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What interview and special supervision come to for a problem. */
class SpecialOutcomeIT extends SpecialSteps {

    @Test
    void aMissedDateIsNotRectified() {
        var problem = supervised();
        go(inspectionOf(problem), "submitLocalPlan");

        fire(problem, "rectificationMissed");

        assertThat(passed(problem)).contains("notRectifiedInTime");
        assertThat(problem(problem).state()).isEqualTo(State.SPECIAL);
    }

    @Test
    void whatTheTeamRefutesIsNotRectified() {
        var problem = supervised();
        go(inspectionOf(problem), "submitLocalPlan");
        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        handIn(unit, problem, "rectifyAfterSpecial", filled.rectification(unit));
        fire(problem, "verifyAfterSpecialOverdue");
        assertThat(openSteps(problem)).containsExactly("urge", "verifyAfterSpecial");

        var team = account(Role.CENTRAL_INSPECTION_TEAM, MINISTRY);
        handIn(team, problem, "verifyAfterSpecial", filled.verification(team, "NOT_RECTIFIED"));

        assertThat(passed(problem)).contains("rectificationRefuted");
        assertThat(problem(problem).state()).isEqualTo(State.SPECIAL);
    }

    @Test
    void aProblemThatNothingHelpsIsHandedOver() {
        var problem = interviewedInItsLife();
        fire(problem, "rectificationMissed");
        assertThat(problem(problem).state()).isEqualTo(State.SPECIAL);

        go(inspectionOf(problem), "submitLocalPlan");
        fire(problem, "rectificationMissed");

        assertThat(passed(problem)).contains("interview", "specialSupervision", "handedOver");
        assertThat(problem(problem).state()).isEqualTo(State.HANDED_OVER);
    }

    @Test
    void aProblemRectifiedAfterTheInterviewGoesToClosure() {
        var problem = interviewedInItsLife();

        rectified(problem, "rectifyAfterInterview", "verifyAfterInterview", account(Role.PATROL_TEAM, CITY));

        assertThat(openSteps(problem)).containsExactly("applyForClosure");
        assertThat(problem(problem).state()).isEqualTo(State.PATROL_VERIFIED);
    }

    @Test
    void aProblemRectifiedUnderSpecialSupervisionGoesToClosure() {
        var problem = interviewedInItsLife();
        fire(problem, "rectificationMissed");
        go(inspectionOf(problem), "submitLocalPlan");

        rectified(
                problem, "rectifyAfterSpecial", "verifyAfterSpecial", account(Role.CENTRAL_INSPECTION_TEAM, MINISTRY));

        assertThat(openSteps(problem)).containsExactly("applyForClosure");
        assertThat(problem(problem).state()).isEqualTo(State.PATROL_VERIFIED);
    }

    private void rectified(String problem, String rectify, String verify, String team) {
        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        handIn(unit, problem, rectify, filled.rectification(unit));
        handIn(team, problem, verify, filled.verification(team, "RECTIFIED"));
    }

    /** A problem in stage ④ of its life, its interview held. */
    private String interviewedInItsLife() {
        var problem = importedProblem(COUNTY, "散乱污");
        problems.move(problem, Move.of("test", "转入", Actor.SYSTEM, List.of(State.ASSIGNED), State.NOT_RECTIFIED));
        endAll(problem);
        asSystem.run(() -> engine.getRuntimeService()
                .createProcessInstanceByKey("fiveStep")
                .businessKey(problem)
                .setVariable("regionCode", COUNTY)
                .startBeforeActivity("interview")
                .execute());
        runJobs(problem);
        until(interviewOf(problem), "submitPlan");
        return problem;
    }
}

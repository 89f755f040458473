package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 五步法: which way a problem goes at each question of the picture. */
class FiveStepIT extends WubuTest {

    /** A county of 邯郸 that no other test uses, so that its figures are its own. */
    private static final String QUIET_COUNTY = "130425";

    @Test
    void aVerifiedProblemGoesToClosure() {
        var number = at("inspect", State.REPORTED);

        checked(number, "PASS");
        verified(number, "verifyOnSite", "RECTIFIED");

        assertThat(openSteps(number)).containsExactly("applyForClosure");
        assertThat(passed(number)).contains("inspect", "isRectified", "closure");
    }

    @Test
    void aFailedCheckWithoutReasonForAnInterviewGoesOnUntilANewDate() {
        var number = at("inspect", State.REPORTED);

        checked(number, "FAIL");

        assertThat(passed(number)).contains("assessProminence", "isProminentAndSlow", "rectifyAgain", "assign");
        assertThat(openSteps(number)).containsExactly("rectify");
        assertThat(problem(number).state()).isEqualTo(State.RECTIFYING);
        assertThat(task(number, "rectify").getDueDate().toInstant())
                .isEqualTo(problem(number).dueAt());
        assertThat(problem(number).dueAt()).isAfter(clock.instant());
    }

    @Test
    void aReboundSeenAtTheLookBackIsRectifiedAgain() {
        var number = at("lookBack", State.CLOSED);

        fire(number, "lookBackDue");
        verified(number, "lookBackOnSite", "REBOUND");

        assertThat(passed(number)).contains("hasRebounded", "backToRectification", "rectifyAgain");
        assertThat(openSteps(number)).containsExactly("rectify");
        assertThat(problem(number).flags()).contains("REBOUND");
    }

    /** A problem of the quiet county in that state, its life begun before that activity of the picture. */
    private String at(String activity, State state) {
        var number = importedProblem(QUIET_COUNTY, "散乱污");
        endAll(number);
        problems.flag(number, "LISTED");
        problems.move(
                number,
                Move.of("test", "转入", Actor.SYSTEM, List.of(State.ASSIGNED), state)
                        .setting("closed_at", state == State.CLOSED ? clock.instant() : null));
        asSystem.run(() -> engine.getRuntimeService()
                .createProcessInstanceByKey("fiveStep")
                .businessKey(number)
                .setVariable("regionCode", QUIET_COUNTY)
                .startBeforeActivity(activity)
                .execute());
        runJobs(number);
        return number;
    }

    private void checked(String number, String conclusion) {
        var bureau = account(Role.COUNTY_ECO_BUREAU, QUIET_COUNTY);
        handIn(
                bureau,
                number,
                "checkByCounty",
                Map.of(
                        "onSite",
                        "YES",
                        "conclusion",
                        conclusion,
                        "opinion",
                        "现场核对整改措施逐项落实情况",
                        "photos",
                        photos(bureau, 2)));
    }

    private void verified(String number, String step, String verdict) {
        var patrol = account(Role.PATROL_TEAM, CITY);
        handIn(patrol, number, step, Map.of("verdict", verdict, "note", "现场逐项核对，情况如照片所示", "photos", photos(patrol, 1)));
    }
}

package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import io.wubu.problems.State;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** 督查, path by path: from the day's report to the office's word. */
class SuperviseIT extends WubuTest {

    private static final Map<String, Object> SUBMITTED =
            Map.of("description", "现场检查发现喷漆车间未安装治污设施，废气直接外排，异味明显。", "confirmed", true);

    @Test
    void aPassedFindingIsAssignedWithSeverityAndLimit() {
        var number = foundProblem(COUNTY, "未安装治污设施");

        submit(number);
        assertThat(problem(number).severity()).isEqualTo("MAJOR");
        review(number, Map.of("decision", "PASS", "severity", "MAJOR", "limitAmount", 30, "limitUnit", "CALENDAR_DAY"));

        assertThat(problem(number).state()).isEqualTo(State.ASSIGNED);
        assertThat(problem(number).dueAt()).isNotNull();
        assertThat(openSteps(number)).containsExactly("signIn");
        assertThat(passed(number)).contains("submitFinding", "rateSeverity", "reviewFinding", "problemRegistered");
    }

    @Test
    void aReturnedFindingComesBackToTheTeam() {
        var number = foundProblem(COUNTY, "散乱污");
        submit(number);

        review(number, Map.of("decision", "RETURN", "comment", "请补充现场照片和企业名称"));
        assertThat(openSteps(number)).containsExactly("submitFinding");
        assertThat(problem(number).state()).isEqualTo(State.RETURNED);

        submit(number);
        assertThat(openSteps(number)).containsExactly("reviewFinding");
    }

    @Test
    void aRejectedFindingEnds() {
        var number = foundProblem(COUNTY, "散乱污");
        submit(number);

        review(number, Map.of("decision", "REJECT", "comment", "企业手续齐全，问题不成立"));

        assertThat(problem(number).state()).isEqualTo(State.REJECTED);
        assertThat(passed(number)).contains("findingRejected", "notEstablished");
        assertThat(openSteps(number)).isEmpty();
    }

    @Test
    void aDuplicateIsMergedIntoTheOlderProblem() {
        var older = importedProblem(COUNTY, "散乱污");
        var number = foundProblem(COUNTY, "散乱污");
        submit(number);

        review(number, Map.of("decision", "MERGE", "mergedInto", older, "comment", "同一点位，与已交办问题重复"));

        assertThat(problem(number).state()).isEqualTo(State.MERGED);
        assertThat(passed(number)).contains("findingMerged", "notEstablished");
    }

    @Test
    void lateReportsAndLateReviewsAreTakenToTheSuperior() {
        var number = foundProblem(COUNTY, "散乱污");

        fire(number, "submitFindingOverdue");
        assertThat(openSteps(number)).containsExactly("submitFinding", "urge");
        clock.advance(Duration.ofMinutes(1));
        submit(number);
        fire(number, "reviewFindingOverdue");

        assertThat(openSteps(number)).containsExactly("reviewFinding", "urge");
        assertThat(passed(number)).contains("submitFindingReported", "reviewFindingReported", "needless");
    }

    private void submit(String number) {
        handIn(account(Role.TEAM_LEADER, CITY), number, "submitFinding", SUBMITTED);
    }

    private void review(String number, Map<String, Object> decision) {
        handIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), number, "reviewFinding", decision);
    }
}

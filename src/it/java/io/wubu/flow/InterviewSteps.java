package io.wubu.flow;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import io.wubu.shared.ClockConfiguration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;

/** Papers of interview and special supervision, and the way to a step, for the tests of both. */
abstract class InterviewSteps extends WubuTest {

    private static final List<String> WAY = List.of(
            "proposeInterview",
            "verifyFacts",
            "approveInterview",
            "issueNotice",
            "submitReport",
            "holdMeeting",
            "writeMinutes",
            "submitPlan");

    /** What the officers write. */
    final InterviewPapers filled = new InterviewPapers(this);

    @BeforeEach
    void nobodyIsInterviewed() {
        jdbc.sql("update wubu.interview set closed_at = now() where closed_at is null")
                .update();
        jdbc.sql("update wubu.inspection set closed_at = now() where closed_at is null")
                .update();
    }

    /** A problem whose interview begins: its join waits as a job. */
    String escalated(String county) {
        var number = importedProblem(county, "散乱污");
        problems.move(number, Move.of("test", "转入", Actor.SYSTEM, List.of(State.ASSIGNED), State.NOT_RECTIFIED));
        start("interviewCase", number, county);
        return number;
    }

    /** A problem that has joined its region's interview. */
    String interviewed(String county) {
        var number = escalated(county);
        runJobs(number);
        return number;
    }

    void start(String process, String number, String region) {
        asSystem.run(() -> {
            engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                    .filter(instance -> instance.getRootProcessInstanceId().equals(instance.getId()))
                    .forEach(instance ->
                            engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test of a part"));
            engine.getRuntimeService().startProcessInstanceByKey(process, number, Map.of("regionCode", region));
        });
    }

    /** The interview a problem joined last. */
    String interviewOf(String problem) {
        return jdbc.sql(
                        "select interview_number from wubu.interview_problem where problem_number = :p order by joined_at desc limit 1")
                .param("p", problem)
                .query(String.class)
                .single();
    }

    String stateOf(String interview) {
        return jdbc.sql("select state from wubu.interview where number = :n")
                .param("n", interview)
                .query(String.class)
                .single();
    }

    /** Does everything before a step, as it is usually done. */
    void until(String interview, String step) {
        for (var next : WAY) {
            if (next.equals(step)) {
                return;
            }
            if (openSteps(interview).contains(next)) {
                if (next.equals("holdMeeting")) {
                    clock.to(meetingAt(interview));
                }
                handIn(officer(next), interview, next, filled.paper(next));
            }
        }
    }

    private LocalDateTime meetingAt(String interview) {
        return jdbc.sql("select meeting_at at time zone 'Asia/Shanghai' from wubu.interview where number = :n")
                .param("n", interview)
                .query(LocalDateTime.class)
                .single();
    }

    String officer(String step) {
        return switch (step) {
            case "proposeInterview" -> account(Role.PATROL_OFFICE, MINISTRY);
            case "verifyFacts", "followUp", "verifyAfterInterview" -> account(Role.PATROL_TEAM, CITY);
            case "approveInterview", "approveSpecial" -> account(Role.MINISTRY_LEADER, MINISTRY);
            case "submitReport", "submitPlan" -> account(Role.COUNTY_GOV, COUNTY);
            default -> account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
        };
    }

    /** Hands in the follow-up of every requirement, in the order of their dates. */
    void followAll(String interview, String state) {
        for (var task : tasks(interview, "followUp")) {
            handIn(officer("followUp"), task.getId(), filled.followed(state));
        }
        runJobs(interview);
    }

    List<Task> tasks(String number, String step) {
        return asSystem.call(() -> engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey(step)
                .orderByDueDate()
                .asc()
                .list());
    }

    Map<String, Object> late(String step) {
        return step.equals("submitPlan") ? plan(filled.measure(1, 0), filled.measure(2, 0)) : filled.paper(step);
    }

    @SafeVarargs
    final Map<String, Object> plan(Map<String, Object>... measures) {
        return Map.of("documentNo", "方案1号", "goal", "全面完成约谈提出的整改要求", "measures", List.of(measures));
    }

    static Date endOf(String day) {
        return Date.from(LocalDate.parse(day)
                .atTime(18, 0)
                .atZone(ClockConfiguration.ZONE)
                .toInstant());
    }
}

package io.wubu.flow;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
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

    static final String LONG_TEXT = "已按要求完成整改：设施安装到位并正常运行，台账齐全，监测数据达标，责任人员已处理，长效机制已经建立，现场干净整洁，群众满意。";

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
                handIn(officer(next), interview, next, paper(next));
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

    Map<String, Object> paper(String step) {
        return switch (step) {
            case "proposeInterview" -> proposal("CLOSED", "PROMINENT_AND_SLOW");
            case "verifyFacts" ->
                Map.of("verifiedOn", today(), "conclusion", "TRUE", "report", "经现场核查，问题突出且解决缓慢，情况属实，建议约谈。");
            case "approveInterview", "approveSpecial" -> Map.of("decision", "APPROVE");
            case "issueNotice" ->
                notice(clock.instant().atZone(clock.getZone()).toLocalDate().plusDays(7));
            case "submitReport" ->
                Map.of("documentNo", "政报1号", "causes", LONG_TEXT, "progress", LONG_TEXT, "nextSteps", LONG_TEXT);
            case "holdMeeting" -> meeting(requirement("落实错峰生产，逐企核查", 30), requirement("完成散乱污清理", 40));
            case "writeMinutes" ->
                Map.of("minutesNo", "纪要1号", "minutes", LONG_TEXT, "signatures", "督查办负责人、县长", "signed", true);
            case "submitPlan" ->
                Map.of(
                        "documentNo",
                        "方案1号",
                        "goal",
                        "全面完成约谈提出的整改要求",
                        "measures",
                        List.of(measure(1, 20), measure(2, 20)));
            default -> throw new IllegalArgumentException(step);
        };
    }

    static Map<String, Object> proposal(String openness, String... reasons) {
        return Map.of(
                "level", "COUNTY",
                "reasons", List.of(reasons),
                "evidence", "本轮问题数居区域前三位，催办后仍未完成整改，附问题清单。",
                "mode", "SINGLE",
                "openness", openness);
    }

    Map<String, Object> notice(LocalDate day) {
        return new HashMap<>(Map.of(
                "noticeNo", "约谈1号",
                "meetingAt", day + "T09:00",
                "place", "部机关三楼会议室",
                "convener", "专项督查办负责人",
                "interviewee", "PRINCIPAL",
                "posts", "县长、分管副县长",
                "matters", "大气污染防治问题突出且解决缓慢，现予以约谈。",
                "materials", "书面报告和佐证材料"));
    }

    @SafeVarargs
    final Map<String, Object> meeting(Map<String, Object>... requirements) {
        return new HashMap<>(Map.of(
                "outcome", "HELD",
                "heldOn", today(),
                "attendees", "县长、分管副县长",
                "problemsStated", "散乱污企业清理不彻底，错峰生产不落实，问题整改缓慢。",
                "explanation", "认识不到位，监管不严格，已着手整改。",
                "requirements", List.of(requirements),
                "commitment", "坚决整改到位"));
    }

    Map<String, Object> requirement(String text, int inDays) {
        return Map.of("text", text, "dueDate", inDays(inDays));
    }

    Map<String, Object> measure(int no, int inDays) {
        return Map.of("requirementNo", no, "text", "逐企核查，销号管理", "post", "分管副县长", "dueDate", inDays(inDays));
    }

    Map<String, Object> followed(String state) {
        return Map.of("state", state, "checkedOn", today(), "note", "现场逐项核实，情况如上。");
    }

    Map<String, Object> rectification(String unit) {
        return Map.of("result", LONG_TEXT, "doneOn", today(), "photos", photos(unit, 2));
    }

    Map<String, Object> verification(String team, String conclusion) {
        return Map.of(
                "conclusion", conclusion, "checkedOn", today(), "note", "现场核实，情况如上所述。", "photos", photos(team, 2));
    }

    String today() {
        return inDays(0);
    }

    String inDays(int days) {
        return clock.instant()
                .atZone(clock.getZone())
                .toLocalDate()
                .plusDays(days)
                .toString();
    }

    /** Hands in the follow-up of every requirement, in the order of their dates. */
    void followAll(String interview, String state) {
        for (var task : tasks(interview, "followUp")) {
            handIn(officer("followUp"), task.getId(), followed(state));
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
}

package io.wubu.flow;

import io.wubu.WubuTest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What officers write in the papers of the interview and of the problems in it. */
public class InterviewPapers {

    static final String LONG_TEXT = "已按要求完成整改：设施安装到位并正常运行，台账齐全，监测数据达标，责任人员已处理，长效机制已经建立，现场干净整洁，群众满意。";

    private final WubuTest test;

    public InterviewPapers(WubuTest test) {
        this.test = test;
    }

    /** The paper of a step, filled in as it usually is. */
    public Map<String, Object> paper(String step) {
        return switch (step) {
            case "proposeInterview" -> proposal("CLOSED", "PROMINENT_AND_SLOW");
            case "verifyFacts" ->
                Map.of("verifiedOn", today(), "conclusion", "TRUE", "report", "经现场核查，问题突出且解决缓慢，情况属实，建议约谈。");
            case "approveInterview", "approveSpecial" -> Map.of("decision", "APPROVE");
            case "issueNotice" -> notice(LocalDate.parse(inDays(7)));
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

    public static Map<String, Object> proposal(String openness, String... reasons) {
        return Map.of(
                "level", "COUNTY",
                "reasons", List.of(reasons),
                "evidence", "本轮问题数居区域前三位，催办后仍未完成整改，附问题清单。",
                "mode", "SINGLE",
                "openness", openness);
    }

    public Map<String, Object> notice(LocalDate day) {
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
    public final Map<String, Object> meeting(Map<String, Object>... requirements) {
        return new HashMap<>(Map.of(
                "outcome", "HELD",
                "heldOn", today(),
                "attendees", "县长、分管副县长",
                "problemsStated", "散乱污企业清理不彻底，错峰生产不落实，问题整改缓慢。",
                "explanation", "认识不到位，监管不严格，已着手整改。",
                "requirements", List.of(requirements),
                "commitment", "坚决整改到位"));
    }

    public Map<String, Object> requirement(String text, int inDays) {
        return Map.of("text", text, "dueDate", inDays(inDays));
    }

    public Map<String, Object> measure(int no, int inDays) {
        return Map.of("requirementNo", no, "text", "逐企核查，销号管理", "post", "分管副县长", "dueDate", inDays(inDays));
    }

    public Map<String, Object> followed(String state) {
        return Map.of("state", state, "checkedOn", today(), "note", "现场逐项核实，情况如上。");
    }

    public Map<String, Object> rectification(String unit) {
        return Map.of("result", LONG_TEXT, "doneOn", today(), "photos", test.photos(unit, 2));
    }

    public Map<String, Object> verification(String team, String conclusion) {
        return Map.of(
                "conclusion", conclusion, "checkedOn", today(), "note", "现场核实，情况如上所述。", "photos", test.photos(team, 2));
    }

    public String today() {
        return inDays(0);
    }

    public String inDays(int days) {
        return test.clock()
                .instant()
                .atZone(test.clock().getZone())
                .toLocalDate()
                .plusDays(days)
                .toString();
    }

    public static Map<String, Object> assessment(String decision) {
        return Map.of("decision", decision, "opinion", "逐项评估，结论如上所述。");
    }
}

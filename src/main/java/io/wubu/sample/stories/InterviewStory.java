package io.wubu.sample.stories;

import java.util.List;
import java.util.Map;

/** One place's 约谈, from the proposal to the requirements that are followed up. */
class InterviewStory {

    private static final String FACTS = "巡查核实发现虚报整改完成情况，问题突出且解决缓慢，多次催办仍未整改到位。";

    private final Play play;
    private final String number;

    private InterviewStory(Play play, String number) {
        this.play = play;
        this.number = number;
    }

    /** The interview a problem has led to. */
    static InterviewStory of(Play play, int daysAgo, CaseStory problem) {
        play.on(daysAgo);
        play.settle(problem.number());
        return new InterviewStory(play, play.waiting("proposeInterview", problem.county()));
    }

    String number() {
        return number;
    }

    InterviewStory proposed(int daysAgo) {
        return hand(
                daysAgo,
                "proposeInterview",
                Map.of(
                        "level", "COUNTY",
                        "reasons", List.of("PROMINENT_AND_SLOW"),
                        "evidence", FACTS,
                        "mode", "SINGLE",
                        "openness", "PUBLIC"));
    }

    InterviewStory proven(int daysAgo) {
        play.on(daysAgo);
        return hand(
                daysAgo,
                "verifyFacts",
                Map.of("verifiedOn", play.day(0), "conclusion", "TRUE", "report", FACTS + "经现场核实属实。"));
    }

    InterviewStory approved(int daysAgo) {
        return hand(daysAgo, "approveInterview", Map.of("decision", "APPROVE"));
    }

    /** The notice, for a meeting so many calendar days later. */
    InterviewStory notified(int daysAgo, int daysAhead) {
        play.on(daysAgo);
        return hand(
                daysAgo,
                "issueNotice",
                Map.of(
                        "noticeNo", "约谈通知（示例）" + number,
                        "meetingAt", play.hour(daysAhead, 9),
                        "place", "专项督查办会议室",
                        "convener", "专项督查办负责人",
                        "interviewee", "PRINCIPAL",
                        "posts", "县（区）政府主要负责人、生态环境分局负责人",
                        "matters", FACTS,
                        "materials", "书面报告、整改进展及佐证材料"));
    }

    InterviewStory answered(int daysAgo) {
        return hand(
                daysAgo,
                "submitReport",
                Map.of(
                        "documentNo", "报告（示例）第1号",
                        "causes", "主体责任压得不实，日常监管流于形式，对虚报整改失察。",
                        "progress", "已责令停产整改，立案查处，并对同类企业开展全面排查。",
                        "nextSteps", "按约谈要求倒排工期，挂图作战，确保按期完成整改任务。"));
    }

    /** The meeting; its one requirement is due so many calendar days later. */
    InterviewStory met(int daysAgo, int daysToDue) {
        play.on(daysAgo);
        var proposals = play.prefill(play.holder(number, "holdMeeting"), number, "holdMeeting");
        return hand(
                daysAgo,
                "holdMeeting",
                Fields.with(
                        proposals,
                        "outcome",
                        "HELD",
                        "heldOn",
                        play.day(0),
                        "attendees",
                        "专项督查办负责人、县（区）政府主要负责人",
                        "problemsStated",
                        FACTS,
                        "explanation",
                        "诚恳接受约谈，承认存在的问题，立即整改",
                        "requirements",
                        List.of(Map.of("text", "全面整改并举一反三，逐项报送佐证材料", "dueDate", play.day(daysToDue))),
                        "commitment",
                        "按期完成整改"));
    }

    InterviewStory recorded(int daysAgo) {
        return hand(
                daysAgo,
                "writeMinutes",
                Map.of(
                        "minutesNo",
                        "约谈纪要（示例）第1号",
                        "minutes",
                        "会议指出：" + FACTS + "会议要求：全面整改、举一反三，按期报送佐证材料，并向社会公开整改情况。",
                        "signatures",
                        "专项督查办负责人、县（区）政府主要负责人",
                        "signed",
                        true));
    }

    InterviewStory planned(int daysAgo) {
        play.on(daysAgo);
        var proposals = play.prefill(play.holder(number, "submitPlan"), number, "submitPlan");
        var due = ((Map<?, ?>) ((List<?>) proposals.getOrDefault("measures", List.of())).get(0)).get("dueDate");
        return hand(
                daysAgo,
                "submitPlan",
                Map.of(
                        "documentNo",
                        "整改方案（示例）第1号",
                        "goal",
                        "问题整改到位，同类问题清零",
                        "measures",
                        List.of(Map.of("requirementNo", 1, "text", "逐家整改验收", "post", "分管负责人", "dueDate", due))));
    }

    InterviewStory assessed(int daysAgo, String decision, String opinion) {
        return hand(daysAgo, "assessInterview", Map.of("decision", decision, "opinion", opinion));
    }

    private InterviewStory hand(int daysAgo, String step, Map<String, Object> fields) {
        play.on(daysAgo);
        play.hand(number, step, fields);
        return this;
    }
}

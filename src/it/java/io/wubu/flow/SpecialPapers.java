package io.wubu.flow;

import io.wubu.WubuTest;
import java.util.List;
import java.util.Map;

/** What officers write in the papers of the special supervision. */
public class SpecialPapers {

    private final InterviewPapers interview;

    public SpecialPapers(WubuTest test) {
        this.interview = new InterviewPapers(test);
    }

    /** The paper of a step, filled in as it usually is. */
    public Map<String, Object> paper(String step) {
        return switch (step) {
            case "nominate" -> Map.of("reasons", InterviewPapers.LONG_TEXT, "scope", "CITY");
            case "prepareSpecial" ->
                Map.of(
                        "teamNo",
                        "第一组",
                        "leaderPost",
                        "组长",
                        "members",
                        8,
                        "arrivalOn",
                        interview.today(),
                        "focus",
                        InterviewPapers.LONG_TEXT,
                        "unannounced",
                        true);
            case "superviseOnSite" ->
                Map.of(
                        "arrivedOn",
                        interview.today(),
                        "leftOn",
                        interview.today(),
                        "talks",
                        20,
                        "files",
                        120,
                        "sites",
                        35,
                        "complaints",
                        60,
                        "rectifiedAtOnce",
                        InterviewPapers.LONG_TEXT);
            case "writeReport" ->
                Map.of(
                        "documentNo",
                        "督察报告1号",
                        "achievements",
                        InterviewPapers.LONG_TEXT,
                        "problems",
                        InterviewPapers.LONG_TEXT,
                        "responsibility",
                        InterviewPapers.LONG_TEXT,
                        "suggestions",
                        InterviewPapers.LONG_TEXT);
            case "giveFeedback" ->
                Map.of(
                        "feedbackDate",
                        interview.today(),
                        "opinions",
                        InterviewPapers.LONG_TEXT,
                        "requirement",
                        "全部问题限期整改到位，逐项销号",
                        "rectifyBy",
                        interview.inDays(30));
            case "transferClues" ->
                Map.of(
                        "clues",
                        "YES",
                        "transfers",
                        List.of(Map.of("documentNo", "移字1号", "receiver", "DISCIPLINE", "sentOn", interview.today())));
            case "submitLocalPlan" ->
                Map.of(
                        "documentNo", "方案1号",
                        "goal", "全面完成督察反馈问题整改",
                        "measures",
                                List.of(Map.of(
                                        "problem",
                                        "散乱污清理不彻底",
                                        "text",
                                        "逐企核查",
                                        "post",
                                        "副市长",
                                        "unit",
                                        "市政府",
                                        "dueDate",
                                        interview.inDays(60))),
                        "guarantee", "成立整改工作领导小组，按月调度",
                        "published", true);
            case "followUpSpecial" ->
                Map.of(
                        "checkedOn",
                        interview.today(),
                        "items",
                        10,
                        "finished",
                        10,
                        "progress",
                        InterviewPapers.LONG_TEXT);
            case "archiveSpecial" ->
                Map.of("fileNo", "督案1号", "volumes", 3, "catalogue", "提名、批准、报告、反馈、方案、跟踪", "receiptsFiled", true);
            default -> interview.paper(step);
        };
    }
}

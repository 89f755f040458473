package io.wubu.flow;

import io.wubu.WubuTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What officers write in the papers of 销号. */
public class ClosurePapers {

    private final WubuTest test;

    public ClosurePapers(WubuTest test) {
        this.test = test;
    }

    public Map<String, Object> applied(String unit, String penalty) {
        var paper = new HashMap<String, Object>();
        paper.put("goal", "颗粒物稳定达标，料堆全部覆盖");
        paper.put("measures", List.of(Map.of("text", "安装布袋除尘", "done", true)));
        paper.put("beforePhotos", test.photos(unit, 1));
        paper.put("afterPhotos", test.photos(unit, 2));
        paper.put("penalty", penalty);
        if (!penalty.equals("NONE")) {
            paper.put("penaltyDocNo", "环罚〔2026〕1号");
        }
        paper.put("effect", "MET");
        paper.put("effectBasis", "监测报告第15号");
        paper.put("similar", "DONE");
        paper.put("similarResult", "园区内同类企业已逐家排查整改");
        paper.put("source", "DONE");
        paper.put("mechanism", "纳入网格每周巡查，设施联网监控");
        paper.put("satisfaction", "SATISFIED");
        paper.put("satisfactionBasis", "回访投诉人");
        paper.put("leaderSignature", "副县长");
        return paper;
    }

    public static Map<String, Object> reviewed(String conclusion) {
        return Map.of("leadUnitOpinion", "情况属实，同意", "conclusion", conclusion, "opinion", "逐项核对申请材料与现场情况");
    }

    public Map<String, Object> accepted(String conclusion, String account) {
        var paper = new HashMap<String, Object>();
        paper.put("members", List.of(member("组长", false), member("组员", false)));
        paper.put("conclusion", conclusion);
        for (var check : List.of("factsClear", "rectified", "dutyFixed", "publicSatisfied")) {
            paper.put(check, true);
        }
        paper.put("score", 92.5);
        paper.put("opinion", "现场逐项核查，符合验收要求");
        paper.put("photos", test.photos(account, 1));
        return paper;
    }

    static Map<String, Object> member(String name, boolean expert) {
        return Map.of("name", name, "unit", "市生态环境局", "expert", expert, "signed", true);
    }

    public static Map<String, Object> notice(String from, String to) {
        return Map.of(
                "startsOn",
                from,
                "endsOn",
                to,
                "channels",
                List.of("CITY_WEBSITE", "CITY_DAILY"),
                "contact",
                "市整改办公开电话");
    }

    public static Map<String, Object> ruled(String ruling, int count) {
        return Map.of(
                "objectionCount",
                count,
                "facts",
                "当晚两次到现场核查，调取在线监测和用电数据比对",
                "ruling",
                ruling,
                "reply",
                "已当面答复异议人并说明核查情况");
    }

    public static Map<String, Object> signed(String decision) {
        return Map.of("decision", decision, "comment", "请按程序办理", "signature", "市长");
    }

    public static Map<String, Object> filed(String decision, String penalty) {
        return Map.of(
                "recheck",
                "YES",
                "recheckNote",
                "调阅案卷并现场复核，材料齐全",
                "penalty",
                penalty,
                "decision",
                decision,
                "comment",
                "复核意见见复核情况");
    }
}

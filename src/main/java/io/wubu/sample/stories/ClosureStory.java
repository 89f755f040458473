package io.wubu.sample.stories;

import io.wubu.people.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The way from a verified rectification to 销号, on top of a problem's own way. */
class ClosureStory {

    private final Play play;
    private final CaseStory story;

    ClosureStory(Play play, CaseStory story) {
        this.play = play;
        this.story = story;
    }

    ClosureStory applied(int daysAgo) {
        var unit = Role.RESPONSIBLE_UNIT;
        play.on(daysAgo);
        var proposals = play.prefill(unit, story.county(), story.number(), "applyForClosure");
        var fields = Fields.with(
                proposals,
                "measures",
                done(proposals.get("measures")),
                "beforePhotos",
                play.photos().before(story.account(unit), 1),
                "afterPhotos",
                story.after(unit),
                "penalty",
                "NONE",
                "effect",
                "MET",
                "effectBasis",
                "监测报告（示例）第1号");
        fields.putAll(Map.of(
                "similar", "NONE_FOUND",
                "similarResult", "排查同类企业十二家，未发现同类问题",
                "source", "DONE",
                "mechanism", "纳入网格化日常巡查，每月自查并留存台账",
                "satisfaction", "SATISFIED",
                "satisfactionBasis", "入户走访五户",
                "leaderSignature", "分管副县（区）长（示例）"));
        return hand(daysAgo, unit, "applyForClosure", fields);
    }

    ClosureStory reviewed(int daysAgo) {
        return hand(
                daysAgo,
                Role.COUNTY_ECO_BUREAU,
                "firstReview",
                Map.of("leadUnitOpinion", "牵头部门同意报验", "conclusion", "PASS"));
    }

    ClosureStory accepted(int daysAgo) {
        var members = List.of(
                Map.of("name", "验收组组长（示例）", "unit", "市生态环境局", "signed", true),
                Map.of("name", "专家（示例）", "unit", "专家组", "expert", true, "signed", true));
        var fields = Fields.with(
                Map.of(),
                "members",
                members,
                "conclusion",
                "PASS",
                "factsClear",
                true,
                "rectified",
                true,
                "dutyFixed",
                true,
                "publicSatisfied",
                true,
                "score",
                92,
                "opinion",
                "问题已查清，整改到位，责任落实，群众满意，同意通过");
        play.on(daysAgo);
        fields.put("photos", play.photos().after(play.holder(story.number(), "acceptOnSite"), 1));
        return hand(daysAgo, "acceptOnSite", fields);
    }

    ClosureStory published(int daysAgo) {
        play.on(daysAgo);
        var proposals =
                play.prefill(Role.CITY_ECO_OFFICE, play.cityOf(story.county()), story.number(), "publishNotice");
        return hand(
                daysAgo,
                Role.CITY_ECO_OFFICE,
                "publishNotice",
                Fields.with(proposals, "channels", List.of("CITY_WEBSITE"), "contact", "市整改办值班电话（示例）"));
    }

    ClosureStory signedOff(int daysAgo) {
        return hand(daysAgo, "signOff", Map.of("decision", "SIGN", "signature", "主要领导（示例）"));
    }

    ClosureStory filed(int daysAgo) {
        return hand(
                daysAgo,
                "fileRecord",
                Map.of("recheck", "YES", "recheckNote", "调阅案卷并抽查现场，情况属实", "penalty", "NONE", "decision", "CONFIRM"));
    }

    private ClosureStory hand(int daysAgo, String step, Map<String, Object> fields) {
        play.on(daysAgo);
        play.hand(story.number(), step, fields);
        return this;
    }

    private ClosureStory hand(int daysAgo, Role role, String step, Map<String, Object> fields) {
        story.hand(daysAgo, role, step, fields);
        return this;
    }

    private static List<Map<String, Object>> done(@Nullable Object measures) {
        var done = new ArrayList<Map<String, Object>>();
        for (var measure : measures instanceof List<?> planned ? planned : List.of()) {
            done.add(Map.of("text", ((Map<?, ?>) measure).get("text"), "done", true));
        }
        return done;
    }
}

package io.wubu.sample.stories;

import io.wubu.people.Role;
import java.util.List;
import java.util.Map;

/** One problem's way, step by step; each step says how many working days ago it was taken. */
class CaseStory {

    private static final Map<String, Object> AGREED = Map.of("decision", "APPROVE");

    private final Play play;
    private final String city;
    private final String county;
    private final String number;

    private CaseStory(Play play, String county, String number) {
        this.play = play;
        this.county = county;
        this.city = play.cityOf(county);
        this.number = number;
    }

    /** A finding of the team on the spot. */
    static CaseStory found(Play play, int daysAgo, String county, String site, String type, String description) {
        play.begin(daysAgo);
        return new CaseStory(play, county, play.find(county, "示例·" + site, type, description));
    }

    String number() {
        return number;
    }

    String county() {
        return county;
    }

    CaseStory submitted(int daysAgo) {
        return hand(
                daysAgo, Role.TEAM_LEADER, "submitFinding", with("submitFinding", Role.TEAM_LEADER, "confirmed", true));
    }

    CaseStory reviewed(int daysAgo, String decision, String comment) {
        var office = Role.MINISTRY_SUPERVISION_OFFICE;
        return hand(
                daysAgo,
                office,
                "reviewFinding",
                with("reviewFinding", office, "decision", decision, "comment", comment));
    }

    CaseStory assigned(int daysAgo) {
        return submitted(daysAgo).reviewed(daysAgo, "PASS", "");
    }

    CaseStory signed(int daysAgo) {
        return hand(daysAgo, Role.CITY_ECO_OFFICE, "signIn", Map.of("signedBy", "市整改办值班岗（示例）"));
    }

    CaseStory objected(int daysAgo, String reason) {
        return hand(
                daysAgo,
                Role.CITY_ECO_OFFICE,
                "signIn",
                Map.of("signedBy", "市整改办值班岗（示例）", "objection", "FACT_ERROR", "objectionReason", reason));
    }

    CaseStory split(int daysAgo) {
        return hand(
                daysAgo,
                Role.CITY_ECO_OFFICE,
                "split",
                with(
                        "split",
                        Role.CITY_ECO_OFFICE,
                        "countyCode",
                        county,
                        "responsibleLeader",
                        "分管副县（区）长（示例）",
                        "timeClass",
                        "IMMEDIATE"));
    }

    CaseStory claimed(int daysAgo) {
        return hand(
                daysAgo,
                Role.COUNTY_GOV,
                "claimByCounty",
                Map.of(
                        "responsiblePerson",
                        "生态环境分局负责人（示例）",
                        "mobile",
                        "0310-0000000",
                        "dueDate",
                        play.due(number).toString()));
    }

    CaseStory planned(int daysAgo) {
        return hand(
                daysAgo,
                Role.RESPONSIBLE_UNIT,
                "draftPlan",
                with(
                        "draftPlan",
                        Role.RESPONSIBLE_UNIT,
                        "goal",
                        "消除违法排污，设施建成并稳定运行，达到国家和地方标准",
                        "measures",
                        List.of(Map.of("text", "当日停止违法行为，完善治污设施"), Map.of("text", "举一反三，排查同类企业")),
                        "responsibleUnit",
                        "牵头单位（示例）"));
    }

    CaseStory approved(int daysAgo) {
        return hand(daysAgo, Role.COUNTY_LEADER, "approvePlan", AGREED);
    }

    /** All of stage ② up to the beginning of the rectification, on two days. */
    CaseStory underway(int daysAgo) {
        return assigned(daysAgo)
                .signed(daysAgo - 1)
                .split(daysAgo - 1)
                .claimed(daysAgo - 1)
                .planned(daysAgo - 2)
                .approved(daysAgo - 2);
    }

    CaseStory rectified(int daysAgo) {
        return hand(
                daysAgo,
                Role.RESPONSIBLE_UNIT,
                "rectify",
                Map.of("progress", 100, "note", "措施全部落实，设施已投入运行", "photos", after(Role.RESPONSIBLE_UNIT)));
    }

    CaseStory reported(int daysAgo) {
        return rectified(daysAgo)
                .hand(
                        daysAgo,
                        Role.RESPONSIBLE_UNIT,
                        "reportDone",
                        Map.of(
                                "resultText",
                                "已按整改方案完成全部措施：停止违法排污，补建并调试治污设施，监测结果达到国家和地方排放标准；完善台账和巡查制度，落实专人负责。",
                                "beforePhotos",
                                play.photos().before(account(Role.RESPONSIBLE_UNIT), 1),
                                "afterPhotos",
                                after(Role.RESPONSIBLE_UNIT),
                                "measuresDone",
                                true,
                                "violationsPunished",
                                true,
                                "standardsMet",
                                true,
                                "longTerm",
                                true));
    }

    CaseStory checked(int daysAgo) {
        return hand(
                daysAgo,
                Role.COUNTY_ECO_BUREAU,
                "checkByCounty",
                Map.of("onSite", "YES", "conclusion", "PASS", "photos", after(Role.COUNTY_ECO_BUREAU)));
    }

    CaseStory verified(int daysAgo, String verdict, String note) {
        return hand(
                daysAgo,
                Role.PATROL_TEAM,
                "verifyOnSite",
                Map.of("verdict", verdict, "note", note, "photos", after(Role.PATROL_TEAM)));
    }

    CaseStory hand(int daysAgo, Role role, String step, Map<String, Object> fields) {
        play.on(daysAgo);
        play.hand(role, region(role), number, step, fields);
        return this;
    }

    /** The proposals of a step's paper, with these fields on top. */
    Map<String, Object> with(String step, Role role, Object... fields) {
        return Fields.with(play.prefill(role, region(role), number, step), fields);
    }

    List<String> after(Role role) {
        return play.photos().after(account(role), 2);
    }

    String account(Role role) {
        return Play.account(role, region(role));
    }

    private String region(Role role) {
        return switch (role.level()) {
            case "county" -> county;
            case "province" -> county.substring(0, 2) + "0000";
            default -> city;
        };
    }
}

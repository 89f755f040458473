package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.util.List;
import java.util.Map;

/** The steps of 交办 as officers of 邯郸市丛台区 take them, for tests that begin behind them. */
public class AssignSteps {

    static final Map<String, Object> SIGNED = Map.of("signedBy", "值班主任");

    private final WubuTest test;

    public AssignSteps(WubuTest test) {
        this.test = test;
    }

    /** Takes a problem of 丛台区 up to a step of assign. */
    public void until(String number, String step) {
        var steps = List.of("signIn", "split", "claimByCounty", "draftPlan", "approvePlan", "rectify", "reportDone");
        for (var next : steps) {
            if (next.equals(step)) {
                assertThat(test.openSteps(number)).contains(step);
                return;
            }
            switch (next) {
                case "signIn" -> test.handIn(test.account(Role.CITY_ECO_OFFICE, WubuTest.CITY), number, next, SIGNED);
                case "split" ->
                    test.handIn(
                            test.account(Role.CITY_ECO_OFFICE, WubuTest.CITY), number, next, split(WubuTest.COUNTY));
                case "claimByCounty" ->
                    test.handIn(test.account(Role.COUNTY_GOV, WubuTest.COUNTY), number, next, claim(number));
                case "draftPlan" ->
                    test.handIn(test.account(Role.RESPONSIBLE_UNIT, WubuTest.COUNTY), number, next, plan(number));
                case "approvePlan" ->
                    test.handIn(
                            test.account(Role.COUNTY_LEADER, WubuTest.COUNTY),
                            number,
                            next,
                            Map.of("decision", "APPROVE"));
                default -> test.handIn(test.account(Role.RESPONSIBLE_UNIT, WubuTest.COUNTY), number, next, rectified());
            }
        }
    }

    public Map<String, Object> split(String county) {
        return Map.of(
                "countyCode", county, "leadUnit", "县级人民政府（联合整治）", "responsibleLeader", "副县长", "timeClass", "IMMEDIATE");
    }

    public Map<String, Object> claim(String number) {
        return Map.of("responsiblePerson", "大队长", "mobile", "13800000000", "dueDate", due(number));
    }

    public Map<String, Object> plan(String number) {
        return Map.of(
                "goal",
                "取缔散乱污企业，做到两断三清",
                "measures",
                List.of(Map.of("text", "断水断电、清原料清设备清产品")),
                "responsibleLeader",
                "副县长",
                "responsibleUnit",
                "区政府",
                "dueDate",
                due(number));
    }

    public Map<String, Object> rectified() {
        return Map.of("progress", 100, "note", "设施已安装并调试完成");
    }

    public Map<String, Object> report(String county) {
        return Map.of(
                "resultText",
                "该企业已于规定时限内完成断水断电、清除原料、清除设备、清除产品，现场已平整并移交村委看管，防止反弹。",
                "afterPhotos",
                test.photos(test.account(Role.RESPONSIBLE_UNIT, county), 2),
                "measuresDone",
                true,
                "violationsPunished",
                true,
                "standardsMet",
                true,
                "longTerm",
                true);
    }

    private String due(String number) {
        return test.problem(number)
                .dueAt()
                .atZone(test.clock().getZone())
                .toLocalDate()
                .toString();
    }
}

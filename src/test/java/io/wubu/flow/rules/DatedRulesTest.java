package io.wubu.flow.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The day of the act or finding chooses the row, and what is cited was in force on that day. */
class DatedRulesTest {

    private final Rules rules = FileTables.rules();

    @ParameterizedTest
    @CsvSource({
        "工地扬尘,2017-09-08,住房城乡建设部门,air-2015",
        "工地扬尘,2018-10-26,住房城乡建设部门,air-115",
        "工地扬尘,2026-08-14,住房城乡建设部门,air-115",
        "工地扬尘,2026-08-15,住房城乡建设部门,code-1128",
        "裸露,2026-08-15,住房城乡建设部门,code-1128",
        "堆场扬尘,2026-08-15,生态环境部门,code-1130",
        "无组织排放,2026-08-14,生态环境部门,air-108",
        "无组织排放,2026-08-15,生态环境部门,code-1120",
        "渣土扬尘,2026-11-29,县级以上地方人民政府确定的监督管理部门（城管或交通）,code-1129",
        "道路扬尘,2026-11-29,县级人民政府（道路清扫保洁）,code-241-3",
        "露天焚烧,2026-08-14,县级以上地方人民政府确定的监督管理部门（城管）,air-119",
        "露天焚烧,2026-08-15,县级以上地方人民政府确定的监督管理部门（城管）,code-1131",
        "散煤治理不到位,2026-08-15,市场监督管理部门,code-1115",
        "燃煤散烧,2026-08-15,生态环境部门,code-1117",
        "散乱污,2017-09-08,县级人民政府（联合整治）,campaign-2017-problems",
        "散乱污,2026-11-29,县级人民政府（联合整治）,default-lead-campaign",
    })
    void theLawOfTheDayOfTheFindingNamesTheUnit(String type, LocalDate day, String unit, String source) {
        var row = rules.foreseeOne(Question.of("leadUnit", day).with("problemType", type));

        assertThat(row.text("leadUnit")).isEqualTo(unit);
        assertThat(row.sources()).containsExactly(source);
    }

    @Test
    void aSourceIsCitedByDocumentAndArticle() {
        assertThat(lead("2026-08-14").source()).isEqualTo("《中华人民共和国大气污染防治法（2018年10月26日修正）》第一百一十五条");
        assertThat(lead("2026-08-15").source()).isEqualTo("《中华人民共和国生态环境法典》第一千一百二十八条");
        assertThat(limit("publishLetter", "2017-09-14").source()).contains("（环大气〔2017〕110号）");
    }

    @Test
    void aDefaultSaysThatItIsOneAndWhy() {
        assertThat(limit("signIn", "2026-11-30").source())
                .isEqualTo("默认值：签收、分办、认领的期限（规定只写限期解决，未定各环节天数；按交办后一周内落到责任单位取定）");
    }

    @ParameterizedTest
    @CsvSource({
        "2018-08-01,30,default-inspection-plan-30",
        "2019-06-06,30,inspection-2019",
        "2021-12-31,30,inspection-2019",
        "2022-01-01,45,default-inspection-plan-45",
        "2024-08-01,45,inspection-plan-2022",
        "2025-04-27,45,inspection-plan-2022",
        "2025-04-28,45,default-inspection-plan-45",
        "2026-11-30,45,default-inspection-plan-45",
    })
    void thePlanAfterAnInspectionIsDueByTheRuleOfItsDay(String day, int workingDays, String source) {
        var row = limit("submitLocalPlan", day);

        assertThat(row.integer("amount")).isEqualTo(workingDays);
        assertThat(row.text("unit")).isEqualTo("WORKING_DAY");
        assertThat(row.sources()).containsExactly(source);
    }

    @ParameterizedTest
    @CsvSource({
        "2017-08-31,default-disclosure",
        "2017-09-01,campaign-2017-disclosure",
        "2018-03-31,campaign-2017-disclosure",
        "2018-04-01,default-disclosure",
    })
    void aCampaignBindsWhileItLasts(String day, String source) {
        assertThat(limit("publishLetter", day).sources()).containsExactly(source);
        assertThat(limit("publishLetter", day).integer("amount")).isEqualTo(2);
    }

    @Test
    void whatAFormSaysOfTheLawGoesByTheDay() {
        assertThat(basis("refusedCheck", "2026-08-14")).containsExactly("air-98");
        assertThat(basis("refusedCheck", "2026-08-15")).containsExactly("code-1229");
        assertThat(basis("interviewOpenness", "2026-11-30")).containsExactly("code-159", "default-openness");
    }

    /** Answers are kept for all days on which a table says the same; each ruling still names its own day. */
    @Test
    void daysBetweenTwoBordersAreOneQuestion() {
        var table = new FileTables().latest("leadUnit");

        assertThat(table.asked(lead(LocalDate.of(2026, 8, 15)))).isEqualTo(asked("2026-08-15"));
        assertThat(table.asked(lead(LocalDate.of(2027, 3, 1)))).isEqualTo(asked("2026-08-16"));
        assertThat(table.asked(lead(LocalDate.of(2026, 8, 14)))).isEqualTo(asked("2026-08-14"));
        assertThat(table.asked(lead(LocalDate.of(2010, 1, 1)))).isEqualTo(asked("2015-12-31"));
    }

    private static Map<String, Object> asked(String day) {
        return Map.of("problemType", "工地扬尘", "onDay", day);
    }

    private static Question lead(LocalDate day) {
        return Question.of("leadUnit", day).with("problemType", "工地扬尘");
    }

    private List<String> basis(String matter, String day) {
        return rules.foreseeOne(Question.of("legalBasis", LocalDate.parse(day)).with("matter", matter))
                .sources();
    }

    private RuleResult lead(String day) {
        return rules.foreseeOne(Question.of("leadUnit", LocalDate.parse(day)).with("problemType", "工地扬尘"));
    }

    private RuleResult limit(String step, String day) {
        return rules.foreseeOne(Question.of("taskLimit", LocalDate.parse(day))
                .with("step", step)
                .with("limitDays", 0));
    }
}

package io.wubu.flow.fivestep;

import io.wubu.flow.engine.CaseSummary;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import io.wubu.regions.Regions;
import io.wubu.shared.ClockConfiguration;
import io.wubu.slips.Slip;
import io.wubu.slips.SlipState;
import io.wubu.slips.SlipWords;
import io.wubu.slips.Slips;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Introduces a problem: on its task cards and on top of its forms. */
@Component
class ProblemSummary implements CaseSummary {

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Map<String, String> SEVERITIES =
            Map.of("CRITICAL", "特别严重", "MAJOR", "严重", "NORMAL", "一般", "MINOR", "轻微");

    private final Problems problems;
    private final Regions regions;
    private final Slips slips;

    ProblemSummary(Problems problems, Regions regions, Slips slips) {
        this.problems = problems;
        this.regions = regions;
        this.slips = slips;
    }

    @Override
    public boolean knows(String number) {
        return number.startsWith("PB-");
    }

    @Override
    public String line(String number) {
        var problem = problems.get(number);
        return "%s｜%s｜%s".formatted(number, regions.get(problem.regionCode()).name(), problem.siteName());
    }

    @Override
    public Map<String, Object> facts(String number) {
        var problem = problems.get(number);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("问题编号", number);
        facts.put("所在区划", place(problem));
        facts.put("点位", problem.siteName());
        facts.put("问题类型", problem.problemType());
        facts.put("问题描述", problem.description());
        facts.put("发现日期", problem.foundOn().toString());
        put(facts, "处理情况", problem.handling());
        put(facts, "严重程度", problem.severity() == null ? null : SEVERITIES.get(problem.severity()));
        if (problem.dueAt() != null) {
            var due = MOMENT.format(problem.dueAt().atZone(ClockConfiguration.ZONE));
            facts.put("整改时限", problem.provisional() ? due + "（暂定）" : due);
        }
        put(facts, "牵头单位", problem.leadUnit());
        put(facts, "责任领导", problem.responsibleLeader());
        facts.put("状态", problem.state().chinese());
        slips.openSlip(number).ifPresent(slip -> put(facts, slip));
        return facts;
    }

    private static void put(Map<String, Object> facts, Slip slip) {
        facts.put(
                "督办单",
                "%s %s（%s）"
                        .formatted(slip.title(), slip.reference(), slip.state().chinese()));
        facts.put("督办事由", slip.facts());
        facts.put("督办要求", slip.requirement());
        facts.put("督办期限", SlipWords.limit(slip));
        facts.put("主送", slip.addressee());
        facts.put("抄送", slip.copyTo());
        if (slip.state() == SlipState.SIGNED) {
            put(facts, "退回意见", slip.decision().opinion());
        }
    }

    private String place(Problem problem) {
        var region = regions.get(problem.regionCode()).fullName();
        return problem.place() == null ? region : region + " " + problem.place();
    }

    private static void put(Map<String, Object> facts, String label, @Nullable String value) {
        if (value != null) {
            facts.put(label, value);
        }
    }
}

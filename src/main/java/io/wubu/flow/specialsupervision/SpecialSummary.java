package io.wubu.flow.specialsupervision;

import io.wubu.flow.engine.CaseSummary;
import io.wubu.inspections.Inspections;
import io.wubu.problems.Problems;
import io.wubu.regions.Regions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Introduces a special supervision: on its task cards and on top of its forms. */
@Component
class SpecialSummary implements CaseSummary {

    private final Inspections inspections;
    private final Problems problems;
    private final Regions regions;

    SpecialSummary(Inspections inspections, Problems problems, Regions regions) {
        this.inspections = inspections;
        this.problems = problems;
        this.regions = regions;
    }

    @Override
    public boolean knows(String number) {
        return number.startsWith("SI-");
    }

    @Override
    public String line(String number) {
        var city = regions.get(inspections.get(number).cityCode());
        return "%s｜%s｜专项督察".formatted(number, city.name());
    }

    @Override
    public Map<String, Object> facts(String number) {
        var inspection = inspections.get(number);
        var facts = new LinkedHashMap<String, Object>();
        facts.put("专项督察编号", number);
        facts.put("被督察城市", regions.get(inspection.cityCode()).fullName());
        facts.put("状态", inspection.state().chinese());
        if (inspection.score() != null) {
            facts.put("提名评分", inspection.score().stripTrailingZeros().toPlainString());
        }
        facts.put("提名理由", nominations(number));
        facts.put("并入问题", listed(number));
        var demand = inspection.written();
        if (demand != null) {
            facts.put("整改要求", "%s（%s前）".formatted(demand.text(), demand.due()));
        }
        return facts;
    }

    /** Who nominated the city and why, a line each. */
    String nominations(String number) {
        return inspections.nominations(number).stream()
                .map(nomination -> nomination.source() + " " + nomination.reason())
                .collect(Collectors.joining("\n"));
    }

    /** The joined problems, a line each. */
    String listed(String number) {
        return inspections.openProblems(number).stream()
                .map(problems::get)
                .map(problem -> "%s %s %s（%s）"
                        .formatted(
                                problem.number(),
                                problem.siteName(),
                                problem.problemType(),
                                problem.state().chinese()))
                .collect(Collectors.joining("\n"));
    }
}

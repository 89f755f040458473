package io.wubu.flow.clueproposal;

import io.wubu.flow.engine.CaseSummary;
import io.wubu.problems.Problems;
import io.wubu.regions.Regions;
import io.wubu.slips.Clues;
import io.wubu.slips.Slips;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Introduces a clue proposal to those who may see it. */
@Component
class ClueSummary implements CaseSummary {

    private final Clues clues;
    private final Slips slips;
    private final Problems problems;
    private final Regions regions;

    ClueSummary(Clues clues, Slips slips, Problems problems, Regions regions) {
        this.clues = clues;
        this.slips = slips;
        this.problems = problems;
        this.regions = regions;
    }

    @Override
    public boolean knows(String number) {
        return number.startsWith("CL-");
    }

    @Override
    public String line(String number) {
        var problem = problems.get(clues.problemOf(number));
        return "%s｜%s｜%s".formatted(number, regions.get(problem.regionCode()).name(), problem.siteName());
    }

    @Override
    public Map<String, Object> facts(String number) {
        var clue = clues.get(number);
        var slip = slips.get(clue.slipNumber());
        var facts = new LinkedHashMap<String, Object>();
        facts.put("编号", number);
        facts.put("问题编号", clue.problemNumber());
        facts.put("督办单", slip.title() + " " + slip.reference());
        facts.put("承办单位", slip.addressee());
        facts.put("主要事实", clue.facts());
        facts.put("理由", clue.ground());
        facts.put("状态", clue.state().chinese());
        return facts;
    }
}

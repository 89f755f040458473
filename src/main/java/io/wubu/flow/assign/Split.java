package io.wubu.flow.assign;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.flow.rules.Occasion;
import io.wubu.flow.rules.Question;
import io.wubu.flow.rules.RuleResult;
import io.wubu.flow.rules.Rules;
import io.wubu.problems.Move;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.regions.Regions;
import io.wubu.shared.RuleBroken;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 分办: the city chooses county and lead unit; the table proposes the unit. */
@Component("split")
class Split extends PaperTask {

    private final Problems problems;
    private final Regions regions;
    private final Rules rules;

    Split(Problems problems, Regions regions, Rules rules) {
        this.problems = problems;
        this.regions = regions;
        this.rules = rules;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var problem = problems.get(task.number());
        var proposal = rules.foreseeOne(question(problem));
        var filled = new HashMap<String, Object>();
        filled.put("leadUnit", proposal.text("leadUnit"));
        filled.put("leadUnitBasis", proposal.source());
        if (regions.get(problem.regionCode()).isCounty()) {
            filled.put("countyCode", problem.regionCode());
        }
        filled.put(
                "options.countyCode",
                regions.countiesOf(problem.cityCode()).stream()
                        .map(county -> Map.of("value", county.code(), "label", county.name()))
                        .toList());
        return filled;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var county = paper.text("countyCode");
        var problem = problems.get(number(task));
        var city = problem.cityCode();
        if (regions.countiesOf(city).stream().noneMatch(known -> known.code().equals(county))) {
            throw new RuleBroken("countyCode", "region", "“承办县区”不属于本市");
        }
        var ruled = rules.ruleOne(question(problem), new Occasion(number(task), "split"));
        problems.move(
                number(task),
                Move.of("split", "分办", paper.by().actor(), List.of(State.SIGNED), State.SPLIT)
                        .with(written(paper, ruled), paper.photos())
                        .setting("region_code", county)
                        .setting("lead_unit", paper.text("leadUnit"))
                        .setting("supporting_units", paper.textOrNull("supportingUnits"))
                        .setting("responsible_leader", paper.text("responsibleLeader"))
                        .setting("time_class", paper.text("timeClass"))
                        .under("牵头单位建议"));
    }

    /** The basis is that of the table, whatever came with the form. */
    private static Map<String, Object> written(FilledPaper paper, RuleResult ruled) {
        var written = new LinkedHashMap<>(paper.written());
        written.remove("建议的依据（发现之日有效）");
        written.put("建议的牵头单位", ruled.text("leadUnit"));
        written.put("建议的依据", ruled.source());
        return written;
    }

    /** The law in force on the day of the finding names the unit. */
    private static Question question(Problem problem) {
        return Question.of("leadUnit", problem.foundOn()).with("problemType", problem.problemType());
    }
}

package io.wubu.flow.teamcheck;

import io.wubu.campaigns.Point;
import io.wubu.campaigns.RoundPoints;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.flow.supervisionround.RoundNumber;
import io.wubu.flow.supervisionround.RoundRecord;
import io.wubu.problems.Finding;
import io.wubu.problems.Problems;
import io.wubu.regions.Regions;
import io.wubu.shared.ClockConfiguration;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** 现场检查 (rule book 1.5, 1.6): what the team saw at one point; a problem or a refusal becomes a line in the ledger. */
@Component("checkOnSite")
class CheckOnSite extends PaperTask {

    private final TeamPoints turns;
    private final RoundPoints points;
    private final Problems problems;
    private final Regions regions;
    private final OnSiteRules rules;
    private final RoundRecord record;

    CheckOnSite(
            TeamPoints turns,
            RoundPoints points,
            Problems problems,
            Regions regions,
            OnSiteRules rules,
            RoundRecord record) {
        this.turns = turns;
        this.points = points;
        this.problems = problems;
        this.regions = regions;
        this.rules = rules;
        this.record = record;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var number = RoundNumber.parse(task.number());
        var point = points.get(number.round(), number.city(), Integer.parseInt(task.variable(TeamPoints.TURN)) + 1);
        var filled = new HashMap<String, Object>();
        filled.put("siteName", point.name());
        filled.put("kind", point.kind().chinese());
        filled.put("countyCode", point.regionCode());
        filled.put(
                "options.countyCode",
                regions.countiesOf(point.cityCode()).stream()
                        .map(county -> Map.of("value", county.code(), "label", county.name()))
                        .toList());
        filled.put("options.problemType", rules.types());
        filled.put("refusalBasis", rules.refusalBasis());
        return filled;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var number = RoundNumber.parse(number(task));
        var point = turns.point(number(task), task);
        rules.check(paper, point);
        var result = paper.text("result");
        var problem = result.equals("NO_PROBLEM") ? null : register(paper, point);
        var at = paper.dateTime("checkedAt").atZone(ClockConfiguration.ZONE).toInstant();
        points.checked(point, result, problem, at, paper.by().userId());
        var written = new LinkedHashMap<String, Object>();
        written.put("点位", point.name());
        written.putAll(paper.written());
        if (problem != null) {
            written.put("问题编号", problem);
        }
        written.remove("拒绝检查的依据（今日有效）");
        if (result.equals("REFUSED")) {
            written.put("拒绝检查的依据", rules.refusalBasis(paper, number(task)));
        }
        record.append(number, "checkOnSite", "现场检查", paper.by().actor(), written, paper.photos());
    }

    private String register(FilledPaper paper, Point point) {
        var refused = paper.is("result", "REFUSED");
        var finding = new Finding(
                point.kind().source(),
                paper.text("countyCode"),
                point.roundCode(),
                paper.textOrNull("place"),
                point.name(),
                paper.textOrNull("uscc"),
                coordinate(paper, "lon"),
                coordinate(paper, "lat"),
                refused ? OnSiteRules.REFUSED : rules.type(paper),
                paper.text("description"),
                paper.dateTime("checkedAt").toLocalDate(),
                regions.get(point.cityCode()).name() + "督查组",
                null,
                null);
        return problems.register(finding, paper.by().actor(), paper.photos());
    }

    private static @Nullable BigDecimal coordinate(FilledPaper paper, String name) {
        var value = paper.numberOrNull(name);
        return value == null ? null : BigDecimal.valueOf(value);
    }
}

package io.wubu.flow.specialsupervision;

import io.wubu.campaigns.Campaigns;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.rules.Occasion;
import io.wubu.inspections.InspectionState;
import io.wubu.inspections.Inspections;
import io.wubu.slips.Slips;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 提名: the office nominates the city, by score and reasons. */
@Component("nominate")
class Nominate extends SpecialPaper {

    private final Inspections inspections;
    private final SpecialSummary summary;
    private final SpecialScore score;
    private final Slips slips;
    private final Campaigns campaigns;

    Nominate(Inspections inspections, SpecialSummary summary, SpecialScore score, Slips slips, Campaigns campaigns) {
        this.inspections = inspections;
        this.summary = summary;
        this.score = score;
        this.slips = slips;
        this.campaigns = campaigns;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var city = inspections.get(task.number()).cityCode();
        var figures = inspections.figures(city);
        var redSlips = redSlips(city);
        var filled = new HashMap<String, Object>();
        filled.put("unrectified", figures.unrectified());
        filled.put("newProblems", figures.newProblems());
        filled.put("falseClaims", figures.falseClaims());
        filled.put("failedInterviews", figures.failedInterviews());
        filled.put("redSlips", redSlips);
        filled.put("score", score.foresee(figures, redSlips, null));
        filled.put("reasons", summary.nominations(task.number()));
        filled.put("scope", "CITY");
        return filled;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var number = number(task);
        var city = inspections.get(number).cityCode();
        var figures = inspections.figures(city);
        var redSlips = redSlips(city);
        var reached =
                score.rule(figures, redSlips, paper.numberOrNull("targetRatio"), new Occasion(number, "nominate"));
        var written = new HashMap<>(paper.written());
        written.put("红色督办单数", redSlips);
        written.put("得分", reached);
        inspections.move(
                number,
                step(task, paper, InspectionState.NOMINATING, InspectionState.APPROVING)
                        .with(written, paper.photos())
                        .setting("scope", paper.text("scope"))
                        .setting("score", reached)
                        .under(SpecialScore.RULE));
    }

    private int redSlips(String city) {
        return slips.unsettledRed(city, campaigns.current().code());
    }
}

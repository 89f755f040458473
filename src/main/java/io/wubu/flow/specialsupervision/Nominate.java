package io.wubu.flow.specialsupervision;

import io.wubu.flow.engine.FilledPaper;
import io.wubu.flow.engine.OpenTask;
import io.wubu.inspections.InspectionState;
import io.wubu.inspections.Inspections;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 提名: the office nominates the city, by score (DMN-9) and reasons. */
@Component("nominate")
class Nominate extends SpecialPaper {

    private final Inspections inspections;
    private final SpecialSummary summary;
    private final SpecialScore score;

    Nominate(Inspections inspections, SpecialSummary summary, SpecialScore score) {
        this.inspections = inspections;
        this.summary = summary;
        this.score = score;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var figures = inspections.figures(inspections.get(task.number()).cityCode());
        var filled = new HashMap<String, Object>();
        filled.put("unrectified", figures.unrectified());
        filled.put("newProblems", figures.newProblems());
        filled.put("falseClaims", figures.falseClaims());
        filled.put("failedInterviews", figures.failedInterviews());
        filled.put("redSlips", 0);
        filled.put("score", score.of(figures, 0, null));
        filled.put("reasons", summary.nominations(task.number()));
        filled.put("scope", "CITY");
        return filled;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var number = number(task);
        var figures = inspections.figures(inspections.get(number).cityCode());
        var reached = score.of(figures, paper.integer("redSlips"), paper.numberOrNull("targetRatio"));
        var written = new HashMap<>(paper.written());
        written.put("得分", reached);
        inspections.move(
                number,
                step(task, paper, InspectionState.NOMINATING, InspectionState.APPROVING)
                        .with(written, paper.photos())
                        .setting("scope", paper.text("scope"))
                        .setting("score", reached)
                        .under(SpecialScore.RULE));
    }
}

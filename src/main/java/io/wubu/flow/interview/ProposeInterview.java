package io.wubu.flow.interview;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.rules.LegalBasis;
import io.wubu.flow.rules.Occasion;
import io.wubu.interviews.Interview;
import io.wubu.interviews.InterviewState;
import io.wubu.interviews.Interviews;
import io.wubu.lawclock.LawClock;
import io.wubu.regions.Regions;
import io.wubu.shared.RuleBroken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 约谈建议: level, reasons and evidence; a missed air target makes the interview public. */
@Component("proposeInterview")
class ProposeInterview extends InterviewPaper {

    private final Interviews interviews;
    private final InterviewSummary summary;
    private final Regions regions;
    private final LegalBasis basis;
    private final LawClock clock;

    ProposeInterview(
            Interviews interviews, InterviewSummary summary, Regions regions, LegalBasis basis, LawClock clock) {
        this.basis = basis;
        this.clock = clock;
        this.interviews = interviews;
        this.summary = summary;
        this.regions = regions;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var today = clock.today();
        return Map.of(
                "reasonsBasis",
                basis.foresee(LegalBasis.INTERVIEW_REASON, today),
                "opennessBasis",
                basis.foresee(LegalBasis.INTERVIEW_OPENNESS, today),
                "level",
                regions.get(task.region()).isCounty() ? "COUNTY" : "CITY",
                "reasons",
                List.of("PROMINENT_AND_SLOW"),
                "mode",
                "SINGLE",
                "evidence",
                summary.listed(task.number()));
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var reasons = paper.choices("reasons");
        if (reasons.contains(Interview.TARGET_MISSED) && !paper.is("openness", "PUBLIC")) {
            throw new RuleBroken("openness", "public", "“公开方式”：未完成空气质量改善目标的，约谈情况应当向社会公开");
        }
        interviews.move(
                number(task),
                step(task, paper, InterviewState.PROPOSING, InterviewState.VERIFYING)
                        .with(written(paper, number(task)), paper.photos())
                        .setting("level", paper.text("level"))
                        .setting("mode", paper.text("mode"))
                        .setting("openness", paper.text("openness"))
                        .setting("reasons", reasons.toArray(String[]::new)));
    }

    /** The law is cited as it is in force today, whatever came with the form. */
    private Map<String, Object> written(FilledPaper paper, String number) {
        var occasion = new Occasion(number, "proposeInterview");
        var written = new LinkedHashMap<>(paper.written());
        written.put("约谈情形的依据", basis.rule(LegalBasis.INTERVIEW_REASON, clock.today(), occasion));
        if (paper.choices("reasons").contains(Interview.TARGET_MISSED)) {
            written.put("公开的依据", basis.rule(LegalBasis.INTERVIEW_OPENNESS, clock.today(), occasion));
        }
        written.remove("约谈情形的依据（今日有效）");
        written.remove("公开的依据（今日有效）");
        return written;
    }
}

package io.wubu.flow.interview;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.interviews.Interview;
import io.wubu.interviews.InterviewState;
import io.wubu.interviews.Interviews;
import io.wubu.regions.Regions;
import io.wubu.shared.RuleBroken;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 约谈建议: level, reasons and evidence; a missed air target makes the interview public (大气污染防治法 第二十二条). */
@Component("proposeInterview")
class ProposeInterview extends InterviewPaper {

    private final Interviews interviews;
    private final InterviewSummary summary;
    private final Regions regions;

    ProposeInterview(Interviews interviews, InterviewSummary summary, Regions regions) {
        this.interviews = interviews;
        this.summary = summary;
        this.regions = regions;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        return Map.of(
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
                        .setting("level", paper.text("level"))
                        .setting("mode", paper.text("mode"))
                        .setting("openness", paper.text("openness"))
                        .setting("reasons", reasons.toArray(String[]::new)));
    }
}

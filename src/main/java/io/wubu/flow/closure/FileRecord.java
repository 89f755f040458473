package io.wubu.flow.closure;

import io.wubu.closure.Closures;
import io.wubu.closure.Penalty;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.PaperTask;
import io.wubu.shared.RuleBroken;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 备案复核: the superior files the closure; a drawn one he looks at himself, an open penalty stops it. */
@Component("fileRecord")
class FileRecord extends PaperTask {

    private final Closures closures;
    private final Refusal refusal;

    FileRecord(Closures closures, Refusal refusal) {
        this.closures = closures;
        this.refusal = refusal;
    }

    @Override
    public Map<String, Object> prefill(OpenTask task) {
        var percent = Integer.parseInt(task.variable("recheckPercent"));
        return Map.of(
                "penalty",
                closures.penalty(task.number()).name(),
                "recheck",
                closures.isRecheckDrawn(task.number(), percent) ? "YES" : "NO");
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var confirmed = paper.is("decision", "CONFIRM");
        if (confirmed) {
            checkDraw(paper, task);
            closures.confirm(number(task), Penalty.valueOf(paper.text("penalty")), paper.forRecord());
        } else {
            refusal.refuse(task, "备案复核不通过", paper);
        }
        task.setVariable("confirmed", confirmed);
    }

    private void checkDraw(FilledPaper paper, DelegateTask task) {
        var percent = ((Number) task.getVariable("recheckPercent")).intValue();
        if (paper.is("recheck", "NO") && closures.isRecheckDrawn(number(task), percent)) {
            throw new RuleBroken("recheck", "drawn", "“是否复核”：本件已抽中复核（比例 %d%%），须复核后备案".formatted(percent));
        }
    }
}

package io.wubu.flow.closure;

import io.wubu.closure.Closures;
import io.wubu.flow.dates.Deadlines;
import io.wubu.flow.papers.FilledPaper;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 不予销号, wherever it happens: back to rectification within the limit for it. */
@Component
class Refusal {

    private final Closures closures;
    private final Deadlines deadlines;

    Refusal(Closures closures, Deadlines deadlines) {
        this.closures = closures;
        this.deadlines = deadlines;
    }

    void refuse(DelegateTask task, String label, FilledPaper paper) {
        closures.refuse(
                task.getExecution().getProcessBusinessKey(),
                task.getTaskDefinitionKey(),
                label,
                deadlines.starting("continueRectification", task.getExecution().getProcessBusinessKey()),
                paper.forRecord());
    }
}

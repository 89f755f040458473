package io.wubu.flow.closure;

import io.wubu.closure.Closures;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 初验: the county bureau, with the lead unit's opinion. */
@Component("firstReview")
class FirstReview extends PaperTask {

    private final Closures closures;
    private final Refusal refusal;

    FirstReview(Closures closures, Refusal refusal) {
        this.closures = closures;
        this.refusal = refusal;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var passed = paper.is("conclusion", "PASS");
        if (passed) {
            closures.passReview(number(task), paper.forRecord());
        } else {
            refusal.refuse(task, "初验不通过", paper);
        }
        task.setVariable("reviewPassed", passed);
    }
}

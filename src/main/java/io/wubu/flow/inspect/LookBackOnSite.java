package io.wubu.flow.inspect;

import io.wubu.flow.dates.Deadlines;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.verification.Verdict;
import io.wubu.verification.Verifications;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 回头看: whether a closed problem has come back. */
@Component("lookBackOnSite")
class LookBackOnSite extends PaperTask {

    private final Verifications verifications;
    private final Deadlines deadlines;

    LookBackOnSite(Verifications verifications, Deadlines deadlines) {
        this.verifications = verifications;
        this.deadlines = deadlines;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var verdict = Verdict.valueOf(paper.text("verdict"));
        var limit = deadlines.starting("continueRectification", number(task));
        verifications.lookBack(number(task), verdict, limit, paper.forRecord());
        task.setVariable("rebounded", !verdict.isRectified());
    }
}

package io.wubu.flow.inspect;

import io.wubu.flow.engine.FilledPaper;
import io.wubu.flow.engine.PaperTask;
import io.wubu.verification.Verdict;
import io.wubu.verification.Verifications;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 巡查核实: the patrol team's verdict on the spot. */
@Component("verifyOnSite")
class VerifyOnSite extends PaperTask {

    private final Verifications verifications;

    VerifyOnSite(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var verdict = Verdict.valueOf(paper.text("verdict"));
        verifications.verify(number(task), "verifyOnSite", verdict, paper.forRecord());
        task.setVariable("rectified", verdict.isRectified());
    }
}

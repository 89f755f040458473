package io.wubu.flow.inspect;

import io.wubu.flow.engine.FilledPaper;
import io.wubu.flow.engine.PaperTask;
import io.wubu.verification.Verdict;
import io.wubu.verification.Verifications;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 市级核实: the city's verdict where no patrol team came in time. */
@Component("verifyByCity")
class VerifyByCity extends PaperTask {

    private final Verifications verifications;

    VerifyByCity(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var verdict = Verdict.valueOf(paper.text("verdict"));
        verifications.verify(number(task), "verifyByCity", verdict, paper.forRecord());
        task.setVariable("rectified", verdict.isRectified());
    }
}

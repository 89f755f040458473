package io.wubu.flow.supervisionslip;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.slips.SlipSteps;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 签收: the unit has received the slip. */
@Component("signSlip")
class SignSlip extends PaperTask {

    private final SlipSteps steps;

    SignSlip(SlipSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        steps.sign(number(task), paper.text("receivedBy"), paper.forRecord());
    }
}

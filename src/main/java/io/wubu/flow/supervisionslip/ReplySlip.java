package io.wubu.flow.supervisionslip;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.slips.SlipSteps;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 办理并回复: what the unit did about the slip, with evidence. */
@Component("replySlip")
class ReplySlip extends PaperTask {

    private final SlipSteps steps;

    ReplySlip(SlipSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        steps.reply(number(task), paper.text("result"), paper.textOrNull("documents"), paper.forRecord());
    }
}

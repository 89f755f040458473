package io.wubu.flow.supervisionslip;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.slips.SlipSteps;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 批准签发: the city's leader decides whether a yellow or red slip is issued directly. */
@Component("approveSlip")
class ApproveSlip extends PaperTask {

    private final SlipSteps steps;

    ApproveSlip(SlipSteps steps) {
        this.steps = steps;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var approved = paper.is("decision", "APPROVE");
        if (approved) {
            steps.approve(number(task), paper.forRecord());
        } else {
            steps.refuse(number(task), paper.forRecord());
        }
        task.setVariable("slipApproved", approved);
    }
}

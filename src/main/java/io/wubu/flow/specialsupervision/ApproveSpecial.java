package io.wubu.flow.specialsupervision;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.inspections.InspectionState;
import io.wubu.inspections.Inspections;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 批准: the leader agrees, or instead sets a date until which the joined problems are to be rectified. */
@Component("approveSpecial")
class ApproveSpecial extends SpecialPaper {

    private final Inspections inspections;

    ApproveSpecial(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var approved = paper.is("decision", "APPROVE");
        var step = step(
                task, paper, InspectionState.APPROVING, approved ? InspectionState.PREPARING : InspectionState.REFUSED);
        inspections.move(
                number(task),
                approved
                        ? step
                        : step.setting("demand", paper.text("requirement"))
                                .setting("demand_due", paper.date("rectifyBy")));
        task.setVariable("specialApproved", approved);
    }
}

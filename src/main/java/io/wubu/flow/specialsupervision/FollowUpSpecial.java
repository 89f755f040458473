package io.wubu.flow.specialsupervision;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.inspections.InspectionState;
import io.wubu.inspections.Inspections;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 整改跟踪: the team looks at how the plan is carried out. */
@Component("followUpSpecial")
class FollowUpSpecial extends SpecialPaper {

    private final Inspections inspections;

    FollowUpSpecial(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        inspections.move(number(task), step(task, paper, InspectionState.FOLLOWING, InspectionState.ARCHIVING));
    }
}

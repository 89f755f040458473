package io.wubu.flow.specialsupervision;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.inspections.InspectionState;
import io.wubu.inspections.Inspections;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 整改方案: the city reports its plan within the limit that runs from the feedback. */
@Component("submitLocalPlan")
class SubmitLocalPlan extends SpecialPaper {

    private final Inspections inspections;

    SubmitLocalPlan(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        inspections.move(number(task), step(task, paper, InspectionState.FOLLOWING, InspectionState.FOLLOWING));
    }
}

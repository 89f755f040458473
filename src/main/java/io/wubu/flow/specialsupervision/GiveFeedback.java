package io.wubu.flow.specialsupervision;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.inspections.InspectionState;
import io.wubu.inspections.Inspections;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 督察反馈: opinions, and what the problems have to do until when. */
@Component("giveFeedback")
class GiveFeedback extends SpecialPaper {

    private final Inspections inspections;

    GiveFeedback(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        inspections.move(
                number(task),
                step(task, paper, InspectionState.FEEDBACK, InspectionState.DEMANDING)
                        .setting("feedback_on", paper.date("feedbackDate"))
                        .setting("demand", paper.text("requirement"))
                        .setting("demand_due", paper.date("rectifyBy")));
    }
}

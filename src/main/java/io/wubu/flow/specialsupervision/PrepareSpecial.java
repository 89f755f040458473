package io.wubu.flow.specialsupervision;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.inspections.InspectionState;
import io.wubu.inspections.Inspections;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 督察准备: team, scope and subjects, kept from the city until the team arrives. */
@Component("prepareSpecial")
class PrepareSpecial extends SpecialPaper {

    private final Inspections inspections;

    PrepareSpecial(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        inspections.move(number(task), step(task, paper, InspectionState.PREPARING, InspectionState.ON_SITE));
    }
}

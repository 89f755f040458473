package io.wubu.flow.specialsupervision;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.inspections.InspectionState;
import io.wubu.inspections.Inspections;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 督察报告: what the team found. */
@Component("writeReport")
class WriteReport extends SpecialPaper {

    private final Inspections inspections;

    WriteReport(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        inspections.move(number(task), step(task, paper, InspectionState.REPORTING, InspectionState.FEEDBACK));
    }
}

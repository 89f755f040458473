package io.wubu.flow.specialsupervision;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.inspections.InspectionState;
import io.wubu.inspections.Inspections;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 督察进驻: talks, files, sites, complaints; what could be rectified at once. */
@Component("superviseOnSite")
class SuperviseOnSite extends SpecialPaper {

    private final Inspections inspections;

    SuperviseOnSite(Inspections inspections) {
        this.inspections = inspections;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        inspections.move(number(task), step(task, paper, InspectionState.ON_SITE, InspectionState.REPORTING));
    }
}

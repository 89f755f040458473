package io.wubu.flow.specialsupervision;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.inspections.InspectionState;
import io.wubu.inspections.Inspections;
import io.wubu.lawclock.LawClock;
import io.wubu.shared.RuleBroken;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 立卷归档: the file is complete, with a receipt for every letter that handed something over; the case is over. */
@Component("archiveSpecial")
class ArchiveSpecial extends SpecialPaper {

    private final Inspections inspections;
    private final LawClock clock;

    ArchiveSpecial(Inspections inspections, LawClock clock) {
        this.inspections = inspections;
        this.clock = clock;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        if (inspections.transfers(number(task)) > 0 && !paper.ticked("receiptsFiled")) {
            throw new RuleBroken("receiptsFiled", "receipts", "“移交回执已入卷”：有移交移送的，回执应当入卷后归档");
        }
        inspections.move(
                number(task),
                step(task, paper, InspectionState.ARCHIVING, InspectionState.ARCHIVED)
                        .setting("closed_at", clock.now()));
    }
}

package io.wubu.flow.inspect;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.flow.supervisionslip.SlipRequests;
import io.wubu.slips.Trigger;
import io.wubu.verification.Verdict;
import io.wubu.verification.Verifications;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 巡查核实: the patrol team's verdict on the spot. */
@Component("verifyOnSite")
class VerifyOnSite extends PaperTask {

    private final Verifications verifications;
    private final SlipRequests slips;

    VerifyOnSite(Verifications verifications, SlipRequests slips) {
        this.verifications = verifications;
        this.slips = slips;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var verdict = Verdict.valueOf(paper.text("verdict"));
        verifications.verify(number(task), "verifyOnSite", verdict, paper.forRecord());
        if (verdict == Verdict.FALSE_CLAIM) {
            slips.automatic(number(task), Trigger.FALSE_RECTIFICATION, "现场核实认定虚假整改：" + paper.text("note"));
        }
        task.setVariable("rectified", verdict.isRectified());
    }
}

package io.wubu.flow.inspect;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.flow.supervisionslip.SlipRequests;
import io.wubu.slips.Trigger;
import io.wubu.verification.Verdict;
import io.wubu.verification.Verifications;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 市级核实: the city's verdict where no patrol team came in time. */
@Component("verifyByCity")
class VerifyByCity extends PaperTask {

    private final Verifications verifications;
    private final SlipRequests slips;

    VerifyByCity(Verifications verifications, SlipRequests slips) {
        this.verifications = verifications;
        this.slips = slips;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var verdict = Verdict.valueOf(paper.text("verdict"));
        verifications.verify(number(task), "verifyByCity", verdict, paper.forRecord());
        if (verdict == Verdict.FALSE_CLAIM) {
            slips.automatic(number(task), Trigger.FALSE_RECTIFICATION, "现场核实认定虚假整改：" + paper.text("note"));
        }
        task.setVariable("rectified", verdict.isRectified());
    }
}

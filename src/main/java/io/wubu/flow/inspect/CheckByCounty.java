package io.wubu.flow.inspect;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.shared.RuleBroken;
import io.wubu.verification.Verifications;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 县级核查: somebody other than the reporter goes and looks; who has not been there can't let it pass. */
@Component("checkByCounty")
class CheckByCounty extends PaperTask {

    private final Verifications verifications;

    CheckByCounty(Verifications verifications) {
        this.verifications = verifications;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var passed = paper.is("conclusion", "PASS");
        if (passed && paper.is("onSite", "NO")) {
            throw new RuleBroken("conclusion", "onSite", "“核查结论”：未到现场核查的不能通过");
        }
        verifications.checkByCounty(number(task), passed, paper.forRecord());
        task.setVariable("countyPassed", passed);
    }
}

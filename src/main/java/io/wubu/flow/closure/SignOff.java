package io.wubu.flow.closure;

import io.wubu.closure.Closures;
import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 主要领导审签: the leader of the level the table named answers with his signature. */
@Component("signOff")
class SignOff extends PaperTask {

    private final Closures closures;
    private final Refusal refusal;

    SignOff(Closures closures, Refusal refusal) {
        this.closures = closures;
        this.refusal = refusal;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var signed = paper.is("decision", "SIGN");
        if (signed) {
            closures.sign(number(task), paper.forRecord());
        } else {
            refusal.refuse(task, "主要领导审签不同意", paper);
        }
        task.setVariable("signed", signed);
    }
}

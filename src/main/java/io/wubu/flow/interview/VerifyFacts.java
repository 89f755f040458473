package io.wubu.flow.interview;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.interviews.InterviewState;
import io.wubu.interviews.Interviews;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 现场核实: the patrol team verifies the facts on site before anybody is interviewed (约谈办法). */
@Component("verifyFacts")
class VerifyFacts extends InterviewPaper {

    private final Interviews interviews;

    VerifyFacts(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        interviews.move(number(task), step(task, paper, InterviewState.VERIFYING, InterviewState.APPROVING));
    }
}

package io.wubu.flow.interview;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.interviews.InterviewState;
import io.wubu.interviews.Interviews;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 约谈纪要: minutes and who signed them. */
@Component("writeMinutes")
class WriteMinutes extends InterviewPaper {

    private final Interviews interviews;

    WriteMinutes(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        interviews.move(number(task), step(task, paper, InterviewState.MINUTING, InterviewState.DEMANDING));
    }
}

package io.wubu.flow.interview;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.interviews.InterviewState;
import io.wubu.interviews.Interviews;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 书面报告: the interviewed government reports in writing before the meeting. */
@Component("submitReport")
class SubmitReport extends InterviewPaper {

    private final Interviews interviews;

    SubmitReport(Interviews interviews) {
        this.interviews = interviews;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        interviews.move(number(task), step(task, paper, InterviewState.REPORTING, InterviewState.MEETING));
    }
}

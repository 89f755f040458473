package io.wubu.flow.interview;

import io.wubu.interviews.Interviews;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 通知各问题: the problems still under rectification learn that the interview has failed. */
@Component("failInterview")
class FailInterview implements JavaDelegate {

    private final Interviews interviews;
    private final InterviewMessages messages;

    FailInterview(Interviews interviews, InterviewMessages messages) {
        this.interviews = interviews;
        this.messages = messages;
    }

    @Override
    public void execute(DelegateExecution execution) {
        interviews.openProblems(execution.getProcessBusinessKey()).forEach(messages::failed);
    }
}

package io.wubu.flow.interviewcase;

import io.wubu.interviews.Interviews;
import io.wubu.problems.Problems;
import io.wubu.shared.Actor;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${interviewOutcome…}}: the two ways a problem leaves its interview without being verified. */
@Component("interviewOutcome")
public class InterviewOutcome {

    private final Interviews interviews;
    private final Problems problems;

    InterviewOutcome(Interviews interviews, Problems problems) {
        this.interviews = interviews;
        this.problems = problems;
    }

    /** The demanded date has passed without a report. */
    public void missed(DelegateExecution execution) {
        lost(execution, "rectificationMissed", "约谈整改逾期");
    }

    /** The interview has been assessed as failed. */
    public void failed(DelegateExecution execution) {
        lost(execution, "interviewFailed", "约谈评估不合格");
    }

    private void lost(DelegateExecution execution, String step, String label) {
        var number = execution.getProcessBusinessKey();
        problems.note(number, step, label, Actor.SYSTEM, Map.of("结果", "未整改到位"), List.of());
        interviews.settle(number, false);
        execution.setVariable("rectified", false);
    }
}

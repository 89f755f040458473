package io.wubu.flow.supervise;

import io.wubu.flow.rules.Severities;
import io.wubu.problems.Problems;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 查重、定级: proposes severity and limit for the review, and says whether the site has the same problem open. */
@Component("rateSeverity")
class RateSeverity implements JavaDelegate {

    private final Severities severities;
    private final Problems problems;

    RateSeverity(Severities severities, Problems problems) {
        this.severities = severities;
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        severities.propose(number);
        problems.duplicateOf(number).ifPresent(other -> problems.flag(number, "DUPLICATE"));
    }
}

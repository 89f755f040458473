package io.wubu.flow.closure;

import io.wubu.closure.Closures;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 销号. */
@Component("closeProblem")
class CloseProblem implements JavaDelegate {

    private final Closures closures;

    CloseProblem(Closures closures) {
        this.closures = closures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closures.close(execution.getProcessBusinessKey());
    }
}

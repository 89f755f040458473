package io.wubu.flow.closure;

import io.wubu.closure.Closures;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 查验五项要件: what is missing goes back to the unit before anybody travels. */
@Component("checkCompleteness")
class CheckCompleteness implements JavaDelegate {

    private final Closures closures;

    CheckCompleteness(Closures closures) {
        this.closures = closures;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("complete", closures.checkCompleteness(execution.getProcessBusinessKey()));
    }
}

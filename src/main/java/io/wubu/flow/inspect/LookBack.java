package io.wubu.flow.inspect;

import io.wubu.verification.LookBackFigures;
import io.wubu.verification.Verifications;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${lookBack…}}: what the table asks of a closed problem, and when it is to be looked at again. */
@Component("lookBack")
public class LookBack {

    private final Verifications verifications;

    LookBack(Verifications verifications) {
        this.verifications = verifications;
    }

    /** The inputs of the look-back table. */
    public LookBackFigures figures(DelegateExecution execution) {
        return verifications.figures(execution.getProcessBusinessKey());
    }

    /** So many days after the closing as the table said. */
    public Date dueAt(DelegateExecution execution) {
        var days = ((Number) execution.getVariable("days")).intValue();
        return Date.from(verifications.lookBackAt(execution.getProcessBusinessKey(), days));
    }
}

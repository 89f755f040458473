package io.wubu.flow.fivestep;

import io.wubu.problems.Problems;
import io.wubu.problems.State;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${ledger…}}: routing questions the ledger answers. */
@Component("ledger")
public class LedgerState {

    private final Problems problems;

    LedgerState(Problems problems) {
        this.problems = problems;
    }

    /** Whether the city has not signed for the problem yet; otherwise only the rectification goes on. */
    public boolean isFirstHandover(DelegateExecution execution) {
        return problems.get(execution.getProcessBusinessKey()).state() == State.ASSIGNED;
    }
}

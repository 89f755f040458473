package io.wubu.flow.fivestep;

import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${problemEnd…}}: the two ways the life of an established problem ends. */
@Component("problemEnd")
public class ProblemEnd {

    private final Problems problems;

    ProblemEnd(Problems problems) {
        this.problems = problems;
    }

    /** 办结: closed, and no rebound seen (or not in the look-back sample). */
    public void settled(DelegateExecution execution) {
        end(execution, "settled", "办结", State.CLOSED, State.SETTLED);
    }

    /** 移交问责: not rectified even after special supervision; the system only proposes. */
    public void handedOver(DelegateExecution execution) {
        end(execution, "handedOver", "移交问责（建议）", State.SPECIAL, State.HANDED_OVER);
    }

    private void end(DelegateExecution execution, String step, String label, State from, State to) {
        problems.move(execution.getProcessBusinessKey(), Move.of(step, label, Actor.SYSTEM, List.of(from), to));
    }
}

package io.wubu.flow.fivestep;

import io.wubu.flow.engine.Deadlines;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${prominence…}}: what the interview table said goes into the record; who goes on gets a new date. */
@Component("prominence")
public class Prominence {

    private static final List<State> OPEN =
            List.of(State.RECTIFYING, State.REPORTED, State.COUNTY_CHECKED, State.NOT_RECTIFIED);

    private final Problems problems;
    private final Deadlines deadlines;

    Prominence(Problems problems, Deadlines deadlines) {
        this.problems = problems;
        this.deadlines = deadlines;
    }

    /** Records the outcome; without a reason for an interview the rectification goes on until a new date. */
    public void assessed(DelegateExecution execution, DmnDecisionResult result) {
        var number = execution.getProcessBusinessKey();
        var reasons =
                result.collectEntries("reason").stream().map(String::valueOf).toList();
        var move = Move.of("assessProminence", reasons.isEmpty() ? "责令继续整改" : "建议约谈", Actor.SYSTEM, OPEN, null)
                .with(Map.of("理由", reasons.isEmpty() ? List.of("未达到约谈条件") : reasons), List.of())
                .under("interview-trigger.dmn（DMN-8）");
        problems.move(number, reasons.isEmpty() ? goOn(number, move) : move);
    }

    private Move goOn(String number, Move move) {
        return move.to(State.RECTIFYING).limitedBy(deadlines.starting("continueRectification", number));
    }
}

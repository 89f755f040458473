package io.wubu.flow.fivestep;

import io.wubu.flow.dates.Deadlines;
import io.wubu.flow.supervisionslip.SlipRequests;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import io.wubu.slips.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${prominence…}}: what the interview table said goes into the record; who goes on gets a new date. */
@Component("prominence")
public class Prominence {

    private static final List<State> OPEN =
            List.of(State.RECTIFYING, State.REPORTED, State.COUNTY_CHECKED, State.NOT_RECTIFIED);

    private static final Set<String> CHECKS = Set.of("checkByCounty", "verifyOnSite", "verifyByCity");

    private final Problems problems;
    private final Records records;
    private final SlipRequests slips;
    private final Deadlines deadlines;

    Prominence(Problems problems, Records records, SlipRequests slips, Deadlines deadlines) {
        this.problems = problems;
        this.records = records;
        this.slips = slips;
        this.deadlines = deadlines;
    }

    /** Records the outcome; without a reason for an interview the rectification goes on until a new date. */
    public void assessed(DelegateExecution execution, DmnDecisionResult result) {
        var number = execution.getProcessBusinessKey();
        var reasons =
                result.collectEntries("reason").stream().map(String::valueOf).toList();
        var move = Move.of("assessProminence", reasons.isEmpty() ? "责令继续整改" : "建议约谈", Actor.SYSTEM, OPEN, null)
                .with(Map.of("理由", reasons.isEmpty() ? List.of("未达到约谈条件") : reasons), List.of())
                .under("突出且缓慢");
        problems.move(number, reasons.isEmpty() ? goOn(number, move) : move);
        if (reasons.isEmpty()) {
            superviseQuality(number);
        }
    }

    /** A verification from above that was not passed asks for a slip; the county's own check does not. */
    private void superviseQuality(String number) {
        records.of(number).stream()
                .filter(entry -> CHECKS.contains(entry.step()))
                .reduce((first, second) -> second)
                .filter(entry -> !entry.step().equals("checkByCounty"))
                .ifPresent(
                        entry -> slips.automatic(number, Trigger.QUALITY_NOT_ACCEPTED, entry.label() + "，整改质量未获认可。"));
    }

    private Move goOn(String number, Move move) {
        return move.to(State.RECTIFYING).limitedBy(deadlines.starting("continueRectification", number));
    }
}

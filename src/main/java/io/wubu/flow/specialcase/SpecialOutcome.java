package io.wubu.flow.specialcase;

import io.wubu.inspections.Inspections;
import io.wubu.problems.Problems;
import io.wubu.shared.Actor;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${specialOutcome…}}: how a problem leaves its special supervision without being verified. */
@Component("specialOutcome")
public class SpecialOutcome {

    private final Inspections inspections;
    private final Problems problems;

    SpecialOutcome(Inspections inspections, Problems problems) {
        this.inspections = inspections;
        this.problems = problems;
    }

    /** The demanded date has passed without a report. */
    public void missed(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        problems.note(number, "specialMissed", "专项整改逾期", Actor.SYSTEM, Map.of("结果", "未整改到位"), List.of());
        inspections.settle(number, false);
        execution.setVariable("rectified", false);
    }
}

package io.wubu.flow.specialcase;

import io.wubu.flow.specialsupervision.SpecialDemands;
import io.wubu.flow.specialsupervision.SpecialMessages;
import io.wubu.inspections.Inspections;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 并入专项督察: the problem joins its city's special supervision or opens it; a demand already made applies at once. */
@Component("joinSpecial")
class JoinSpecial implements JavaDelegate {

    private final Inspections inspections;
    private final SpecialMessages messages;
    private final SpecialDemands demands;
    private final Problems problems;

    JoinSpecial(Inspections inspections, SpecialMessages messages, SpecialDemands demands, Problems problems) {
        this.inspections = inspections;
        this.messages = messages;
        this.demands = demands;
        this.problems = problems;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var city = problems.get(number).cityCode();
        var joined = inspections.join(city, number);
        problems.move(
                number,
                Move.of("joinSpecial", "转入专项督察", Actor.SYSTEM, List.of(State.INTERVIEW), State.SPECIAL)
                        .with(Map.of("专项督察编号", joined.number()), List.of()));
        if (joined.opened()) {
            messages.nominated(joined.number());
        }
        var demand = joined.demand();
        if (demand != null) {
            demands.give(number, joined.number(), demand);
        }
        execution.setVariable("specialDemanded", demand != null);
    }
}

package io.wubu.flow.specialsupervision;

import io.wubu.flow.places.RegionMoves;
import io.wubu.inspections.InspectionState;
import io.wubu.inspections.Inspections;
import io.wubu.lawclock.LawClock;
import io.wubu.records.Step;
import io.wubu.shared.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 下达整改要求: every joined problem gets what the feedback demands; from here on the city sees the case. */
@Component("demandSpecial")
class DemandSpecial implements JavaDelegate {

    private final Inspections inspections;
    private final SpecialDemands demands;
    private final RegionMoves moves;
    private final LawClock clock;

    DemandSpecial(Inspections inspections, SpecialDemands demands, RegionMoves moves, LawClock clock) {
        this.inspections = inspections;
        this.demands = demands;
        this.moves = moves;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        inspections.move(
                number,
                Step.of("demandSpecial", "下达整改要求", Actor.SYSTEM, InspectionState.DEMANDING, InspectionState.FOLLOWING)
                        .setting("demanded_at", clock.now()));
        demands.giveAll(number);
        moves.move(execution, inspections.get(number).cityCode());
    }
}

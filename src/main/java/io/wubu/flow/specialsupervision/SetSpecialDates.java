package io.wubu.flow.specialsupervision;

import io.wubu.inspections.InspectionState;
import io.wubu.inspections.Inspections;
import io.wubu.lawclock.LawClock;
import io.wubu.records.Step;
import io.wubu.shared.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 责令限期整改: no special supervision, but the joined problems get a requirement and a date. */
@Component("setSpecialDates")
class SetSpecialDates implements JavaDelegate {

    private final Inspections inspections;
    private final SpecialDemands demands;
    private final LawClock clock;

    SetSpecialDates(Inspections inspections, SpecialDemands demands, LawClock clock) {
        this.inspections = inspections;
        this.demands = demands;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        inspections.move(
                number,
                Step.of("setSpecialDates", "责令限期整改", Actor.SYSTEM, InspectionState.REFUSED, InspectionState.NOT_HELD)
                        .setting("demanded_at", clock.now())
                        .setting("closed_at", clock.now()));
        demands.giveAll(number);
    }
}

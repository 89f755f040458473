package io.wubu.flow.interview;

import io.wubu.interviews.InterviewState;
import io.wubu.interviews.Interviews;
import io.wubu.lawclock.LawClock;
import io.wubu.records.Step;
import io.wubu.shared.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 责令限期整改: no interview, but the joined problems get a requirement and a date. */
@Component("setDates")
class SetDates implements JavaDelegate {

    private final Interviews interviews;
    private final InterviewDemands demands;
    private final LawClock clock;

    SetDates(Interviews interviews, InterviewDemands demands, LawClock clock) {
        this.interviews = interviews;
        this.demands = demands;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        interviews.move(
                number,
                Step.of("setDates", "责令限期整改", Actor.SYSTEM, InterviewState.REFUSED, InterviewState.NOT_HELD)
                        .setting("demanded_at", clock.now())
                        .setting("closed_at", clock.now()));
        var demand = interviews.get(number).inForce();
        if (demand != null) {
            demands.giveAll(number, demand);
        }
    }
}

package io.wubu.flow.specialsupervision;

import io.wubu.inspections.Inspections;
import io.wubu.lawclock.LawClock;
import java.util.Date;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${special…}}: dates of the special supervision an instance belongs to. */
@Component("special")
public class SpecialLedger {

    private final Inspections inspections;
    private final LawClock clock;

    SpecialLedger(Inspections inspections, LawClock clock) {
        this.inspections = inspections;
        this.clock = clock;
    }

    /** The day of the feedback; the city's plan is due from then. */
    public Date feedbackAt(DelegateExecution execution) {
        var inspection = inspections.get(execution.getProcessBusinessKey());
        var given = inspection.feedbackOn();
        if (given == null) {
            throw new IllegalStateException("no feedback yet: " + execution.getProcessBusinessKey());
        }
        return Date.from(clock.endOfOffice(given, inspection.cityCode()));
    }
}

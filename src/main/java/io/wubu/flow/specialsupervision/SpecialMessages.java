package io.wubu.flow.specialsupervision;

import io.wubu.flow.engine.AsSystem;
import io.wubu.regions.Region;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The messages between problems, interviews and the special supervision of their city. */
@Component
public class SpecialMessages {

    private final RuntimeService runtime;
    private final AsSystem asSystem;

    SpecialMessages(RuntimeService runtime, AsSystem asSystem) {
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    /**
     * Starts the process of a special supervision that was just opened. It belongs to the ministry until the feedback:
     * the city must not know of it before the team arrives (四不两直).
     */
    public void nominated(String number) {
        asSystem.run(() -> runtime.createMessageCorrelation("wubu.specialNominated")
                .processInstanceBusinessKey(number)
                .setVariable("regionCode", Region.MINISTRY)
                .correlateStartMessage());
    }

    /** Tells a problem that waits for it that the demand has been made. */
    void demanded(String problem) {
        asSystem.run(() -> runtime.createMessageCorrelation("wubu.specialDemanded")
                .processInstanceBusinessKey(problem)
                .correlateAllWithResult());
    }
}

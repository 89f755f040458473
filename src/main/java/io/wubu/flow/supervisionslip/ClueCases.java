package io.wubu.flow.supervisionslip;

import io.wubu.flow.engine.AsSystem;
import io.wubu.slips.Clues;
import io.wubu.slips.Slip;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Proposes clues and starts their handling as cases of the city, out of sight of the county. */
@Component
class ClueCases {

    private final Clues clues;
    private final RuntimeService runtime;
    private final AsSystem asSystem;

    ClueCases(Clues clues, RuntimeService runtime, AsSystem asSystem) {
        this.clues = clues;
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    /** Proposes a clue because of a slip, once. */
    void propose(Slip slip, String ground) {
        clues.propose(slip, ground)
                .ifPresent(number -> asSystem.run(() -> runtime.createMessageCorrelation("wubu.clueProposed")
                        .processInstanceBusinessKey(number)
                        .setVariable("regionCode", slip.cityCode())
                        .correlateStartMessage()));
    }
}

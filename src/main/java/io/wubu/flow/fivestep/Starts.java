package io.wubu.flow.fivestep;

import io.wubu.flow.engine.AsSystem;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Starts the life of a problem: found on the spot, or handed over with an imported ledger. */
@Component
public class Starts {

    private final RuntimeService runtime;
    private final AsSystem asSystem;

    Starts(RuntimeService runtime, AsSystem asSystem) {
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    /** A finding, to be reviewed first (stage ①). */
    public void begin(String number, String regionCode) {
        asSystem.run(() -> runtime.startProcessInstanceByKey("fiveStep", number, Map.of("regionCode", regionCode)));
    }

    /** A line of a ledger, assigned already (stage ②). */
    public void beginImported(String number, String regionCode) {
        asSystem.run(() -> runtime.startProcessInstanceByMessage(
                "wubu.ledgerRowAccepted", number, Map.of("regionCode", regionCode)));
    }
}

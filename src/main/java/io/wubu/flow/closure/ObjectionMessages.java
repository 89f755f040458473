package io.wubu.flow.closure;

import io.wubu.closure.ObjectionRaised;
import io.wubu.flow.engine.AsSystem;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Carries an objection to the closure whose notice is running, in the transaction that raises it. */
@Component
class ObjectionMessages {

    private final RuntimeService runtime;
    private final AsSystem asSystem;

    ObjectionMessages(RuntimeService runtime, AsSystem asSystem) {
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    @EventListener
    void raised(ObjectionRaised objection) {
        if (objection.first()) {
            asSystem.run(() -> runtime.createMessageCorrelation("wubu.objectionRaised")
                    .processInstanceBusinessKey(objection.number())
                    .correlate());
        }
    }
}

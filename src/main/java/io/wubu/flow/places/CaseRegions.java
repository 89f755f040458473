package io.wubu.flow.places;

import io.wubu.flow.engine.AsSystem;
import java.util.Optional;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.springframework.stereotype.Component;

/** The region a case of any kind belongs to: the tenant of its newest instance, ended ones included. */
@Component
public class CaseRegions {

    private final HistoryService history;
    private final AsSystem asSystem;

    CaseRegions(HistoryService history, AsSystem asSystem) {
        this.history = history;
        this.asSystem = asSystem;
    }

    /** The number of the case an instance, running or ended, belongs to. */
    public Optional<String> numberOf(String instance) {
        return asSystem.call(() -> Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instance)
                        .singleResult())
                .map(HistoricProcessInstance::getBusinessKey));
    }

    /** The region of a case; empty if no instance bears its number. */
    public Optional<String> of(String number) {
        return asSystem.call(() -> history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .orderByProcessInstanceStartTime()
                .desc()
                .listPage(0, 1)
                .stream()
                .flatMap(instance -> Optional.ofNullable(instance.getTenantId()).stream())
                .findFirst());
    }
}

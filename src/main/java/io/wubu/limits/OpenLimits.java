package io.wubu.limits;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The open limits of a case, read once a transaction: a task that opens asks for them for each of its timers. */
@Component
class OpenLimits {

    private final LimitRows rows;

    OpenLimits(LimitRows rows) {
        this.rows = rows;
    }

    List<RunningLimit> of(String subject) {
        return TransactionSynchronizationManager.isSynchronizationActive()
                ? known().computeIfAbsent(subject, rows::openOf)
                : rows.openOf(subject);
    }

    /** Reads those of many cases at once, for whoever asks for them next in this transaction. */
    Map<String, List<RunningLimit>> readAll(Collection<String> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        var found = rows.openOfAll(subjects).stream()
                .collect(Collectors.groupingBy(limit -> limit.key().subject()));
        subjects.forEach(subject -> known().put(subject, found.getOrDefault(subject, List.of())));
        return found;
    }

    /** The case's limits have changed. */
    void forget(String subject) {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            known().remove(subject);
        }
    }

    @SuppressWarnings("unchecked")
    private Map<String, List<RunningLimit>> known() {
        if (TransactionSynchronizationManager.getResource(this) instanceof Map<?, ?> bound) {
            return (Map<String, List<RunningLimit>>) bound;
        }
        var known = new HashMap<String, List<RunningLimit>>();
        TransactionSynchronizationManager.bindResource(this, known);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(OpenLimits.this);
            }
        });
        return known;
    }
}

package io.wubu.flow.dates;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One present for a whole transaction, so that task, timer and ledger compute the same deadline. */
@Component
class Moment {

    private final Clock clock;

    Moment(Clock clock) {
        this.clock = clock;
    }

    Instant now() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return clock.instant();
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Instant bound) {
            return bound;
        }
        var now = clock.instant();
        TransactionSynchronizationManager.bindResource(this, now);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Moment.this);
            }
        });
        return now;
    }
}

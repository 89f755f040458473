package io.wubu.database;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The connections of one kind of work.
 *
 * @param size how many at most
 * @param idle how many are kept open when nothing happens
 * @param patience how long somebody waits for one
 * @param statement how long a statement may take
 * @param lock how long it may wait for a lock
 * @param transaction how long a transaction may stand open without a statement
 */
public record PoolLimits(
        int size,
        @DefaultValue("0") int idle,
        Duration patience,
        Duration statement,
        Duration lock,
        Duration transaction) {

    /** What a connection is told when it is opened. */
    String asSql(String zone) {
        return """
        set statement_timeout = %d; set lock_timeout = %d; set idle_in_transaction_session_timeout = %d; \
        set time zone '%s'"""
                .formatted(statement.toMillis(), lock.toMillis(), transaction.toMillis(), zone);
    }
}

package io.wubu.problems;

import io.wubu.limits.LimitKey;
import io.wubu.limits.LimitMoved;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the ledger's date that of the running limit; first of all listeners, since tasks and timers ask the ledger. */
@Component
class DueDates {

    private final JdbcClient jdbc;

    DueDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void moved(LimitMoved moved) {
        var limit = moved.after();
        if (limit.key().step().equals(LimitKey.RECTIFICATION)) {
            jdbc.sql("update wubu.problem set due_at = :due, provisional = :provisional where number = :number")
                    .param("due", limit.dueAt().atOffset(ZoneOffset.UTC))
                    .param("provisional", limit.provisional())
                    .param("number", limit.key().subject())
                    .update();
        }
    }
}

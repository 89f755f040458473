package io.wubu.slips;

import io.wubu.limits.LimitKey;
import io.wubu.limits.LimitMoved;
import java.time.ZoneOffset;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the open slip's date that of its running limit; first of all listeners, since task and timer ask the slip. */
@Component
class SlipDates {

    /** The limit of a slip is that of its reply. */
    private static final String STEP = "replySlip";

    private final JdbcClient jdbc;

    SlipDates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static LimitKey key(String problem) {
        return LimitKey.of(problem, STEP);
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void moved(LimitMoved moved) {
        var limit = moved.after();
        if (limit.key().step().equals(STEP)) {
            jdbc.sql(
                            """
                            update wubu.slip set due_at = :due, provisional = :provisional
                            where problem_number = :problem and state in ('ISSUED', 'SIGNED')
                            """)
                    .param("due", limit.dueAt().atOffset(ZoneOffset.UTC))
                    .param("provisional", limit.provisional())
                    .param("problem", limit.key().subject())
                    .update();
        }
    }
}

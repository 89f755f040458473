package io.wubu.limits;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of wubu.limit_pause. */
@Component
class LimitPauses {

    private final JdbcClient jdbc;

    LimitPauses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(long limit, Instant at, String by, String ground, List<UUID> evidence) {
        jdbc.sql(
                        """
                        insert into wubu.limit_pause (limit_id, paused_at, ground, evidence, paused_by)
                        values (:limit, :at, :ground, :evidence, :by)
                        """)
                .param("limit", limit)
                .param("at", LimitRows.utc(at))
                .param("ground", ground)
                .param("evidence", evidence.toArray(UUID[]::new))
                .param("by", by)
                .update();
    }

    void end(long limit, Instant at, String by) {
        jdbc.sql(
                        """
                        update wubu.limit_pause set resumed_at = :at, resumed_by = :by
                        where limit_id = :limit and resumed_at is null
                        """)
                .param("at", LimitRows.utc(at))
                .param("by", by)
                .param("limit", limit)
                .update();
    }
}

package io.wubu.notices;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Messages to posts, written in the same transaction as the event they tell of. */
@Component
public class Notices {

    private final JdbcClient jdbc;
    private final Clock clock;

    Notices(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was told about a case, and to whom. */
    public record Told(Instant at, String audience, String kind, String text) {}

    /** Everything told about a case, the oldest first. */
    public List<Told> of(String subject) {
        return jdbc.sql(
                        """
                        select created_at, audience, kind, text from wubu.notice
                        where subject = :subject order by created_at, id
                        """)
                .param("subject", subject)
                .query((row, index) -> new Told(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("audience"),
                        row.getString("kind"),
                        row.getString("text")))
                .list();
    }

    /**
     * Tells an audience once.
     *
     * @param key the same key is never told twice, so a repeated timer is harmless
     * @param audience an account or a candidate group
     * @param kind REMINDER, OVERDUE, ESCALATION or INFORMATION
     */
    public void tell(String key, String subject, String audience, String kind, String text) {
        jdbc.sql(
                        """
                        insert into wubu.notice (dedupe_key, subject, audience, kind, text, created_at)
                        values (:key, :subject, :audience, :kind, :text, :now)
                        on conflict (dedupe_key) do nothing
                        """)
                .param("key", key)
                .param("subject", subject)
                .param("audience", audience)
                .param("kind", kind)
                .param("text", text)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}

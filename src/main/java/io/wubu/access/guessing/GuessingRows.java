package io.wubu.access.guessing;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Alarms about guessing, as they stand for all nodes: one of an account in a quarter of an hour. */
@Component
class GuessingRows {

    private static final int LISTED = 50;
    private static final Duration SHOWN = Duration.ofDays(7);
    private static final Duration KEPT = Duration.ofDays(180);

    private final JdbcClient jdbc;

    GuessingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An alarm.
     *
     * @param account empty: many accounts
     * @param sources how many are known of
     */
    record Alarm(
            long id,
            String account,
            OffsetDateTime firstAt,
            OffsetDateTime lastAt,
            long attempts,
            int sources,
            @Nullable String seenBy,
            @Nullable OffsetDateTime seenAt) {}

    /** Adds attempts to the alarm of a quarter; whether that has raised it. */
    @Transactional
    boolean add(
            String account, Instant quarter, Instant first, Instant last, Map<String, Integer> sources, int attempts) {
        var row = jdbc.sql(
                        """
                        insert into wubu.guessing as g (account, begun_at, first_at, last_at, attempts)
                        values (:account, :quarter, :first, :last, :attempts)
                        on conflict (account, begun_at) do update set attempts = g.attempts + :attempts,
                            first_at = least(g.first_at, :first), last_at = greatest(g.last_at, :last)
                        returning id, xmax = 0 as raised
                        """)
                .param("account", account)
                .param("quarter", utc(quarter))
                .param("first", utc(first))
                .param("last", utc(last))
                .param("attempts", attempts)
                .query(Raised.class)
                .single();
        sources.forEach((source, times) -> jdbc.sql(
                        """
                        insert into wubu.guessing_source as s (guessing, source, attempts) values (:id, :source, :times)
                        on conflict (guessing, source) do update set attempts = s.attempts + :times
                        """)
                .param("id", row.id())
                .param("source", source)
                .param("times", times)
                .update());
        return row.raised();
    }

    private record Raised(long id, boolean raised) {}

    /** Those nobody has seen yet, and what was seen in the last days. */
    List<Alarm> list(Instant now) {
        return jdbc.sql(
                        """
                        select g.id, g.account, g.first_at, g.last_at, g.attempts, g.seen_by, g.seen_at,
                               (select count(*) from wubu.guessing_source s where s.guessing = g.id) as sources
                        from wubu.guessing g where g.seen_at is null or g.last_at > :shown
                        order by g.seen_at is not null, g.last_at desc, g.id desc limit :most
                        """)
                .param("shown", utc(now.minus(SHOWN)))
                .param("most", LISTED)
                .query(Alarm.class)
                .list();
    }

    /** Whether there is such an alarm that nobody had seen. */
    boolean seen(long id, String by, Instant now) {
        return jdbc.sql("update wubu.guessing set seen_by = :by, seen_at = :now where id = :id and seen_at is null")
                        .param("id", id)
                        .param("by", by)
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    void forgetOld(Instant now) {
        jdbc.sql("delete from wubu.guessing where last_at < :old")
                .param("old", utc(now.minus(KEPT)))
                .update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}

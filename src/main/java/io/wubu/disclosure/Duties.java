package io.wubu.disclosure;

import io.wubu.shared.Stale;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The ledger of duties to publish (信息公开义务台账). */
@Component
@Transactional
public class Duties {

    private final JdbcClient jdbc;
    private final Clock clock;

    Duties(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A duty begins; one that began before keeps its dates. */
    public void begin(Duty duty) {
        jdbc.sql(
                        """
                        insert into wubu.disclosure_duty
                            (subject, duty, content, actor, region_code, channel, anchor, anchor_on, due_on, due_at)
                        values (:subject, :duty, :content, :actor, :region, :channel, :anchor, :anchorOn, :dueOn, :dueAt)
                        on conflict (subject, duty) do nothing
                        """)
                .param("subject", duty.subject())
                .param("duty", duty.duty())
                .param("content", duty.content())
                .param("actor", duty.actor())
                .param("region", duty.regionCode())
                .param("channel", duty.channel())
                .param("anchor", duty.anchor())
                .param("anchorOn", duty.anchorOn())
                .param("dueOn", duty.dueOn())
                .param("dueAt", duty.dueAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** A duty is done: it was in time if published on its last day or before. */
    public void done(String subject, String duty, LocalDate publishedOn, String url) {
        var rows = jdbc.sql(
                        """
                        update wubu.disclosure_duty
                        set published_on = :publishedOn, url = :url, on_time = :publishedOn <= due_on, done_at = :now
                        where subject = :subject and duty = :duty and done_at is null
                        """)
                .param("publishedOn", publishedOn)
                .param("url", url)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .param("duty", duty)
                .update();
        if (rows != 1) {
            throw new Stale("公开义务 " + duty + " 已登记完成");
        }
    }

    /** The limit of an open duty has moved. */
    public void move(String subject, String duty, Instant dueAt, LocalDate dueOn) {
        jdbc.sql(
                        """
                        update wubu.disclosure_duty set due_at = :dueAt, due_on = :dueOn
                        where subject = :subject and duty = :duty and done_at is null
                        """)
                .param("dueAt", dueAt.atOffset(ZoneOffset.UTC))
                .param("dueOn", dueOn)
                .param("subject", subject)
                .param("duty", duty)
                .update();
    }

    /** What was published was not accepted: the duty is open again, its limit unchanged. */
    public void reopen(String subject, String duty) {
        jdbc.sql(
                        """
                        update wubu.disclosure_duty set published_on = null, url = null, on_time = null, done_at = null
                        where subject = :subject and duty = :duty
                        """)
                .param("subject", subject)
                .param("duty", duty)
                .update();
    }

    /** The duties of a case, in their order. */
    @Transactional(readOnly = true)
    public List<Duty> of(String subject) {
        return jdbc.sql("select * from wubu.disclosure_duty where subject = :subject order by id")
                .param("subject", subject)
                .query(Duties::duty)
                .list();
    }

    private static Duty duty(ResultSet row, int index) throws SQLException {
        return new Duty(
                row.getString("subject"),
                row.getString("duty"),
                row.getString("content"),
                row.getString("actor"),
                row.getString("region_code"),
                row.getString("channel"),
                row.getString("anchor"),
                row.getObject("anchor_on", LocalDate.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("published_on", LocalDate.class),
                row.getString("url"),
                row.getObject("on_time", Boolean.class));
    }
}

package io.wubu.closure;

import io.wubu.shared.Stale;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the closure tables; the state of an application changes by compare-and-set. */
@Component
class ClosureRows {

    private static final String OPEN = "state not in ('INCOMPLETE', 'CLOSED', 'REFUSED')";

    private final JdbcClient jdbc;

    ClosureRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens an application, unless one is open. */
    void insert(String number, List<String> met, Penalty penalty, String by, Instant now) {
        var inserted = jdbc.sql(
                        """
                        insert into wubu.closure_application (number, state, met, penalty, applied_by, applied_at)
                        values (:number, 'APPLIED', :met, :penalty, :by, :now)
                        on conflict (number) where state not in ('INCOMPLETE', 'CLOSED', 'REFUSED') do nothing
                        """)
                .param("number", number)
                .param("met", met.toArray(String[]::new))
                .param("penalty", penalty.name())
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        if (inserted != 1) {
            throw stale(number, "申请销号");
        }
    }

    /** The open application; {@link Stale} if there is none. */
    ApplicationRow open(String number) {
        return find(number, "").orElseThrow(() -> stale(number, "办理"));
    }

    /** The same, locked until the transaction ends. */
    Optional<ApplicationRow> lock(String number) {
        return find(number, " for update");
    }

    private Optional<ApplicationRow> find(String number, String suffix) {
        return jdbc.sql(
                        """
                        select id, state, met, penalty from wubu.closure_application
                        where number = :number and %s%s
                        """
                                .formatted(OPEN, suffix))
                .param("number", number)
                .query(ApplicationRow::of)
                .optional();
    }

    /** Moves the open application on; {@link Stale} if it stands in none of the states. */
    void move(String number, List<String> from, String to) {
        set(number, from, to, Map.of());
    }

    /** The same, setting columns. */
    void set(String number, List<String> from, String to, Map<String, @Nullable Object> changes) {
        var columns = new StringBuilder();
        changes.keySet().forEach(column -> columns.append(", %1$s = :%1$s".formatted(column)));
        var update = jdbc.sql(
                        """
                        update wubu.closure_application set state = :to%s
                        where number = :number and state in (:from) and %s
                        """
                                .formatted(columns, OPEN))
                .param("to", to)
                .param("number", number)
                .param("from", from);
        for (var change : changes.entrySet()) {
            update = update.param(change.getKey(), change.getValue());
        }
        if (update.update() != 1) {
            throw stale(number, "办理");
        }
    }

    void publish(long application, Notice notice, String by, Instant now) {
        jdbc.sql(
                        """
                        insert into wubu.closure_notice
                            (application_id, no, starts_on, ends_on, channels, published_by, published_at)
                        select :application, 1 + count(*), :startsOn, :endsOn, :channels, :by, :now
                        from wubu.closure_notice where application_id = :application
                        """)
                .param("application", application)
                .param("startsOn", notice.startsOn())
                .param("endsOn", notice.endsOn())
                .param("channels", notice.channels().toArray(String[]::new))
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The notice in force, the last one published. */
    Optional<NoticeRow> notice(long application) {
        return jdbc.sql(
                        """
                        select id, no, starts_on, ends_on from wubu.closure_notice
                        where application_id = :application order by no desc limit 1
                        """)
                .param("application", application)
                .query(NoticeRow.class)
                .optional();
    }

    void object(long notice, String text, String by, Instant now) {
        jdbc.sql(
                        """
                        insert into wubu.closure_objection (notice_id, text, raised_by, raised_at)
                        values (:notice, :text, :by, :now)
                        """)
                .param("notice", notice)
                .param("text", text)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Objection> objections(long application) {
        return jdbc.sql(
                        """
                        select o.id, o.text, o.raised_by, o.raised_at from wubu.closure_objection o
                        join wubu.closure_notice n on n.id = o.notice_id
                        where n.application_id = :application and o.ruling is null order by o.id
                        """)
                .param("application", application)
                .query(Objection.class)
                .list();
    }

    void rule(long application, Ruling ruling, Instant now) {
        jdbc.sql(
                        """
                        update wubu.closure_objection set ruling = :ruling, handled_at = :now
                        where ruling is null
                          and notice_id in (select id from wubu.closure_notice where application_id = :application)
                        """)
                .param("ruling", ruling.name())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("application", application)
                .update();
    }

    int refusals(String number) {
        return jdbc.sql("select count(*) from wubu.closure_application where number = :number and state = 'REFUSED'")
                .param("number", number)
                .query(Integer.class)
                .single();
    }

    private static Stale stale(String number, String step) {
        return new Stale("问题 %s 的销号申请状态已变化，不能%s".formatted(number, step));
    }
}

package io.wubu.limits;

import io.wubu.lawclock.Limit;
import io.wubu.lawclock.LimitUnit;
import io.wubu.lawclock.Pause;
import io.wubu.shared.ClockConfiguration;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of wubu.running_limit. */
@Component
class LimitRows {

    /** Pauses before a day was set are in that day already; only later ones push it. */
    private static final String SELECT =
            """
            select l.*,
                   (select p.paused_at from wubu.limit_pause p where p.limit_id = l.id and p.resumed_at is null) paused_at,
                   array(select p.paused_at from wubu.limit_pause p
                         where p.limit_id = l.id and p.resumed_at is not null
                           and (l.fixed_at is null or p.paused_at >= l.fixed_at) order by p.id) pause_from,
                   array(select p.resumed_at from wubu.limit_pause p
                         where p.limit_id = l.id and p.resumed_at is not null
                           and (l.fixed_at is null or p.paused_at >= l.fixed_at) order by p.id) pause_until
            from wubu.running_limit l
            """;

    private final JdbcClient jdbc;

    LimitRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RunningLimit> openOfAll(Collection<String> subjects) {
        return jdbc.sql(SELECT + "where subject = any(:subjects) and ended_at is null order by due_at, id")
                .param("subjects", subjects.toArray(String[]::new))
                .query(LimitRows::limit)
                .list();
    }

    List<RunningLimit> openOf(String subject) {
        return jdbc.sql(SELECT + "where subject = :subject and ended_at is null order by due_at, id")
                .param("subject", subject)
                .query(LimitRows::limit)
                .list();
    }

    /** Some open limits reckoned with an older calendar, locked for this transaction; others' are passed over. */
    List<RunningLimit> lockOlder(long version, int most) {
        return jdbc.sql(
                        SELECT
                                + """
                                where ended_at is null and calendar_version < :version
                                order by id limit :most for update of l skip locked
                                """)
                .param("version", version)
                .param("most", most)
                .query(LimitRows::limit)
                .list();
    }

    /** Writes a new open row; false if one of that key is open already. */
    boolean insert(LimitKey key, LimitStart start, Instant due, boolean provisional, long version) {
        return jdbc.sql(
                                """
                                insert into wubu.running_limit
                                    (subject, step, lane, region_code, start_at, amount, unit, rolls, fixed_on, fixed_at,
                                     source, due_at, original_due_at, provisional, calendar_version)
                                values (:subject, :step, :lane, :region, :start, :amount, :unit, :rolls, :fixedOn,
                                        :fixedAt, :source, :due, :due, :provisional, :version)
                                on conflict (subject, step, lane) where ended_at is null do nothing
                                """)
                        .param("subject", key.subject())
                        .param("step", key.step())
                        .param("lane", key.lane())
                        .param("region", start.region())
                        .param("start", utc(start.at()))
                        .param("amount", start.limit().amount())
                        .param("unit", start.limit().unit().name())
                        .param("rolls", start.limit().rolls())
                        .param("fixedOn", start.fixedOn())
                        .param("fixedAt", start.fixedOn() == null ? null : utc(start.at()))
                        .param("source", start.source())
                        .param("due", utc(due))
                        .param("provisional", provisional)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Sets what was reckoned anew. */
    void setDue(List<RunningLimit> limits) {
        jdbc.sql(
                        """
                        update wubu.running_limit l
                        set due_at = n.due, provisional = n.provisional, calendar_version = n.version
                        from unnest(:ids::bigint[], :dues::timestamptz[], :provisionals::boolean[], :versions::bigint[])
                            as n (id, due, provisional, version)
                        where l.id = n.id and l.ended_at is null
                        """)
                .param("ids", limits.stream().map(RunningLimit::id).toArray(Long[]::new))
                .param(
                        "dues",
                        limits.stream().map(limit -> limit.dueAt().toString()).toArray(String[]::new))
                .param(
                        "provisionals",
                        limits.stream().map(RunningLimit::provisional).toArray(Boolean[]::new))
                .param(
                        "versions",
                        limits.stream().map(RunningLimit::calendarVersion).toArray(Long[]::new))
                .update();
    }

    void fix(long id, LocalDate day, Instant at) {
        jdbc.sql("update wubu.running_limit set fixed_on = :day, fixed_at = :at where id = :id")
                .param("day", day)
                .param("at", utc(at))
                .param("id", id)
                .update();
    }

    void place(long id, String region) {
        jdbc.sql("update wubu.running_limit set region_code = :region where id = :id")
                .param("region", region)
                .param("id", id)
                .update();
    }

    void end(LimitKey key, Instant at) {
        jdbc.sql(
                        """
                        update wubu.running_limit set ended_at = :at
                        where subject = :subject and step = :step and lane = :lane and ended_at is null
                        """)
                .param("at", utc(at))
                .param("subject", key.subject())
                .param("step", key.step())
                .param("lane", key.lane())
                .update();
    }

    private static RunningLimit limit(ResultSet row, int index) throws SQLException {
        return new RunningLimit(
                row.getLong("id"),
                new LimitKey(row.getString("subject"), row.getString("step"), row.getString("lane")),
                row.getString("region_code"),
                instant(row, "start_at"),
                new Limit(row.getInt("amount"), LimitUnit.valueOf(row.getString("unit")), row.getBoolean("rolls")),
                row.getObject("fixed_on", LocalDate.class),
                pauses(row),
                row.getObject("paused_at") == null ? null : instant(row, "paused_at"),
                row.getString("source"),
                instant(row, "due_at"),
                instant(row, "original_due_at"),
                row.getBoolean("provisional"),
                row.getLong("calendar_version"));
    }

    private static List<Pause> pauses(ResultSet row) throws SQLException {
        var from = days(row.getArray("pause_from"));
        var until = days(row.getArray("pause_until"));
        var pauses = new ArrayList<Pause>();
        for (var i = 0; i < from.size(); i++) {
            pauses.add(new Pause(from.get(i), until.get(i)));
        }
        return pauses;
    }

    private static List<LocalDate> days(Array instants) throws SQLException {
        var days = new ArrayList<LocalDate>();
        for (var instant : (java.sql.Timestamp[]) instants.getArray()) {
            days.add(instant.toInstant().atZone(ClockConfiguration.ZONE).toLocalDate());
        }
        return days;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    static @Nullable OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}

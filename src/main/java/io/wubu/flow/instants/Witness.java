package io.wubu.flow.instants;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * What one transaction wrote both ways, into a column of the engine without zone and into one of ours that holds an instant:
 * due dates of tasks and of the timers that mark them overdue (the limit of their own step), ends of tasks (the case
 * record). It tells the zone of the JVM that wrote.
 */
final class Witness {

    private static final String PAIRS =
            """
            with limits as (
                select subject, step, due_at from wubu.running_limit),
            pairs as (
                select 'd' || t.id_ id, t.due_date_ told, l.due_at instant, interval '1 second' slack
                from public.act_ru_task t
                join public.act_ru_execution e on e.id_ = t.proc_inst_id_
                join limits l on l.subject = e.business_key_ and l.step = t.task_def_key_
                where t.due_date_ is not null
                union all
                select 't' || j.id_, j.duedate_, l.due_at, interval '1 second'
                from public.act_ru_job j
                join public.act_ru_task t
                  on t.execution_id_ = j.execution_id_ and j.handler_cfg_ like '%' || t.task_def_key_ || '\\_markOverdue%'
                join public.act_ru_execution e on e.id_ = t.proc_inst_id_
                join limits l on l.subject = e.business_key_ and l.step = t.task_def_key_
                where j.duedate_ is not null
                union all
                select 'e' || h.id_, h.end_time_, r.at, interval '1 minute'
                from public.act_hi_taskinst h
                join public.act_hi_procinst p on p.id_ = h.proc_inst_id_
                join wubu.record_entry r on r.subject = p.business_key_ and r.step = h.task_def_key_
                where h.end_time_ is not null and h.delete_reason_ = 'completed')
            """;

    private static final String FITS = PAIRS
            + """
            , fits as (
                select zone, id, bool_or(told at time zone zone between instant - slack and instant + slack) fits
                from pairs cross join unnest(?::text[]) as asked (zone)
                group by zone, id)
            select zone, count(*) filter (where fits), count(*),
                   (select count(distinct id) from fits where fits)
            from fits group by zone
            """;

    /** Of the dates no zone fits, how far most are from ours; in quarters of an hour, as offsets are. */
    private static final String OFFSET = PAIRS
            + """
            select coalesce(min(to_char(off * interval '15 minutes', 'SGHH24:MI')), '') from (
                select round(extract(epoch from told - instant at time zone 'UTC') / 900) off, count(*) often
                from pairs group by off order by often desc limit 1) most
            """;

    private final Map<String, Long> fitting = new LinkedHashMap<>();
    private long compared;
    private long explained;

    private Witness() {}

    /** Asks how many dates each of these zones fits. */
    static Witness of(Connection connection, Collection<String> zones) throws SQLException {
        var witness = new Witness();
        zones.forEach(zone -> witness.fitting.put(zone, 0L));
        try (var ask = connection.prepareStatement(FITS)) {
            ask.setArray(1, connection.createArrayOf("text", new TreeSet<>(zones).toArray()));
            try (var rows = ask.executeQuery()) {
                while (rows.next()) {
                    witness.fitting.put(rows.getString(1), rows.getLong(2));
                    witness.compared = rows.getLong(3);
                    witness.explained = rows.getLong(4);
                }
            }
        }
        return witness;
    }

    /** How many dates have a counterpart. */
    long compared() {
        return compared;
    }

    /** How many of them at least one of the zones fits. */
    long explained() {
        return explained;
    }

    long fitting(String zone) {
        return fitting.getOrDefault(zone, 0L);
    }

    /** Whether it alone accounts for all that any of them does, and there is something to account for. */
    boolean isAll(String zone) {
        return explained > 0 && fitting(zone) == explained;
    }

    /** In words, for the operator. */
    String inWords(Connection connection) throws SQLException {
        var words = new StringBuilder("与期限、案卷核对 " + compared + " 个日期");
        fitting.forEach(
                (zone, count) -> words.append("，").append(count).append(" 个合于 ").append(zone));
        var rest = compared - explained;
        if (rest > 0) {
            words.append("，").append(rest).append(" 个都不合");
        }
        if (explained == 0) {
            words.append("（多数看来写于 UTC").append(offset(connection)).append("）");
        }
        return words.toString();
    }

    private static String offset(Connection connection) throws SQLException {
        try (var ask = connection.prepareStatement(OFFSET);
                var rows = ask.executeQuery()) {
            rows.next();
            return rows.getString(1);
        }
    }
}

package io.wubu.flow.dates;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The dates of tasks and timers of many cases at once, past the engine's commands, which ask the database a dozen times for
 * each. The revision rises with each change, so the engine's own optimistic lock sees it.
 */
@Component
class DatedRows {

    private static final String OF_CASES =
            """
            with instance as (
                select proc_inst_id_ id, business_key_ subject from public.act_ru_execution
                where business_key_ = any (?) and id_ = proc_inst_id_)
            select true is_task, t.id_, t.proc_def_id_, t.task_def_key_ activity, t.task_def_key_ element, i.subject
            from instance i join public.act_ru_task t on t.proc_inst_id_ = i.id
            union all
            select false, j.id_, j.process_def_id_, split_part(j.handler_cfg_, '$', 1),
                   case when j.handler_cfg_ like '%$taskListener~%' then split_part(j.handler_cfg_, '~', 2)
                        else split_part(j.handler_cfg_, '$', 1) end, i.subject
            from instance i join public.act_ru_job j on j.process_instance_id_ = i.id
            where j.type_ = 'timer'
            """;

    private final JdbcTemplate jdbc;

    DatedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The open tasks and waiting timers of these cases. */
    List<DatedRow> of(Collection<String> subjects) {
        return jdbc.query(OF_CASES, DatedRows::row, (Object) subjects.toArray(String[]::new));
    }

    /** Sets the dates, in the order of the ids, so that two runs can't wait for each other. */
    void set(Map<DatedRow, Instant> dates) {
        var tasks = new TreeMap<String, Timestamp>();
        var timers = new TreeMap<String, Timestamp>();
        dates.forEach((row, date) -> (row.isTask() ? tasks : timers).put(row.id(), Timestamp.from(date)));
        update("update public.act_ru_task set due_date_ = ?, rev_ = rev_ + 1 where id_ = ?", tasks);
        update("update public.act_hi_taskinst set due_date_ = ? where id_ = ?", tasks);
        update("update public.act_ru_job set duedate_ = ?, rev_ = rev_ + 1 where id_ = ?", timers);
    }

    private void update(String sql, Map<String, Timestamp> dates) {
        jdbc.batchUpdate(
                sql,
                dates.entrySet().stream()
                        .map(row -> new Object[] {row.getValue(), row.getKey()})
                        .toList());
    }

    private static DatedRow row(ResultSet row, int index) throws SQLException {
        return new DatedRow(
                row.getBoolean("is_task"),
                row.getString("id_"),
                row.getString("proc_def_id_"),
                row.getString("activity"),
                row.getString("element"),
                row.getString("subject"));
    }
}

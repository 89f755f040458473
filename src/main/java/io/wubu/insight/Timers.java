package io.wubu.insight;

import io.wubu.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What cases wait for, one statement however many are asked for. */
@Component
public class Timers {

    private final JdbcClient jdbc;
    private final Json json;

    Timers(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** All timers of a case the reader has been let into, a task's own before those of the drawing. */
    public List<WaitingTimer> of(String number) {
        return jdbc.sql(
                        """
                        select * from wubu.insight_timer
                        where number = :number
                        order by of_task desc, instance_id, job_id
                        """)
                .param("number", number)
                .query(this::timer)
                .list();
    }

    /** The first to fire in the case of each task, by the task; tasks beyond the reach are left out. */
    public Map<String, WaitingTimer> next(Collection<String> tasks, Reach reach) {
        var next = new LinkedHashMap<String, WaitingTimer>();
        if (!tasks.isEmpty()) {
            jdbc.sql(
                            """
                            select * from wubu.insight_next
                            where task_id = any (:tasks) and task_region like any (:reach)
                            order by task_id
                            """)
                    .param("tasks", tasks.toArray(String[]::new))
                    .param("reach", reach.patterns())
                    .query(row -> {
                        next.put(row.getString("task_id"), timer(row, 0));
                    });
        }
        return next;
    }

    private WaitingTimer timer(ResultSet row, int index) throws SQLException {
        return new WaitingTimer(
                row.getString("number"),
                row.getString("definition"),
                row.getString("activity"),
                row.getBoolean("of_task"),
                String.valueOf(row.getString("what")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getBoolean("stopped"),
                row.getString("region"),
                row.getString("case_region"),
                roles(row.getString("named_roles")),
                row.getString("assignee"),
                row.getString("assignee_name"),
                row.getString("post"));
    }

    private Map<String, String> roles(@Nullable String named) {
        var roles = new LinkedHashMap<String, String>();
        if (named != null) {
            json.read(named).forEach((name, role) -> roles.put(name, String.valueOf(role)));
        }
        return roles;
    }
}

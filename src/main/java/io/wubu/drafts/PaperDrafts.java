package io.wubu.drafts;

import io.wubu.shared.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of wubu.paper_draft: one paper of one task that one account fills in. */
@Component
public class PaperDrafts {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    PaperDrafts(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** How many drafts an account has and how long they are together. */
    public record Kept(int drafts, long bytes) {}

    /** What an account keeps beside the draft of that task. */
    public Kept keptBeside(String task, String user) {
        return jdbc.sql(
                        """
                        select count(*) as drafts, coalesce(sum(octet_length(fields::text)), 0) as bytes
                        from wubu.paper_draft where user_id = :user and task_id <> :id
                        """)
                .param("user", user)
                .param("id", task)
                .query(Kept.class)
                .single();
    }

    /** Keeps fields as JSON, in place of what was kept of that paper. */
    public void keep(String task, String user, String fields) {
        jdbc.sql(
                        """
                        insert into wubu.paper_draft (task_id, user_id, fields, saved_at)
                        values (:id, :user, :fields::jsonb, :now)
                        on conflict (task_id, user_id) do update
                            set fields = excluded.fields, saved_at = excluded.saved_at
                        """)
                .param("id", task)
                .param("user", user)
                .param("fields", fields)
                .param("now", now())
                .update();
    }

    /** What an account has filled in of a task's paper. */
    public Optional<Map<String, Object>> find(String task, String user) {
        return jdbc.sql("select fields from wubu.paper_draft where task_id = :id and user_id = :user")
                .param("id", task)
                .param("user", user)
                .query(String.class)
                .optional()
                .map(json::read);
    }

    /** The tasks an account has drafts of. */
    public List<String> tasksOf(String user) {
        return jdbc.sql("select task_id from wubu.paper_draft where user_id = :user")
                .param("user", user)
                .query(String.class)
                .list();
    }

    /** Tasks whose drafts have lain for some time, the oldest first. */
    public List<String> olderThan(Duration age, int most) {
        return jdbc.sql(
                        """
                        select task_id from wubu.paper_draft where saved_at < :young
                        group by task_id order by min(saved_at) limit :most
                        """)
                .param("young", now().minus(age))
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Throws the drafts of these tasks away. */
    public void forget(List<String> tasks) {
        if (!tasks.isEmpty()) {
            jdbc.sql("delete from wubu.paper_draft where task_id in (:tasks)")
                    .param("tasks", tasks)
                    .update();
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

package io.wubu.records;

import io.wubu.shared.Actor;
import io.wubu.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The case records (案卷): appended to, read, never changed. */
@Component
public class Records {

    private final JdbcClient jdbc;
    private final Json json;

    Records(JdbcClient jdbc, Json json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Appends an entry, in the caller's transaction. */
    public void append(Entry entry) {
        jdbc.sql(
                        """
                        insert into wubu.record_entry
                            (subject, step, label, by_user, post, at, from_state, to_state, content, photos, rule_version)
                        values (:subject, :step, :label, :user, :post, :at, :from, :to, :content::json, :photos, :rule)
                        """)
                .param("subject", entry.subject())
                .param("step", entry.step())
                .param("label", entry.label())
                .param("user", entry.by().userId())
                .param("post", entry.by().post())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("from", entry.from())
                .param("to", entry.to())
                .param("content", json.write(entry.content()))
                .param("photos", entry.photos().toArray(UUID[]::new))
                .param("rule", entry.ruleVersion())
                .update();
    }

    /** The entries of a subject, oldest first. */
    public List<Entry> of(String subject) {
        return jdbc.sql("select * from wubu.record_entry where subject = :subject order by id")
                .param("subject", subject)
                .query(this::entry)
                .list();
    }

    /** Whether an account has acted in a case under another post than this one. */
    public boolean knowsUnderAnotherPost(String subject, Actor actor) {
        return jdbc.sql(
                        """
                        select exists (select from wubu.record_entry
                            where subject = :subject and by_user = :user and post <> :post)
                        """)
                .param("subject", subject)
                .param("user", actor.userId())
                .param("post", actor.post())
                .query(Boolean.class)
                .single();
    }

    private Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(
                row.getString("subject"),
                row.getString("step"),
                row.getString("label"),
                new Actor(row.getString("by_user"), row.getString("post")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("from_state"),
                row.getString("to_state"),
                json.read(row.getString("content")),
                List.of((UUID[]) row.getArray("photos").getArray()),
                row.getString("rule_version"));
    }
}

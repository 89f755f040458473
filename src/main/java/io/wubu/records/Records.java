package io.wubu.records;

import io.wubu.secrets.Sealed;
import io.wubu.secrets.Secrets;
import io.wubu.shared.Actor;
import io.wubu.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The case records (案卷): appended to, read, never changed. */
@Component
public class Records {

    private static final String SEALED = "sealed";

    private final JdbcClient jdbc;
    private final Json json;
    private final Secrets secrets;
    private final ApplicationEventPublisher events;

    Records(JdbcClient jdbc, Json json, Secrets secrets, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.secrets = secrets;
        this.events = events;
    }

    /** Appends an entry, in the caller's transaction. */
    public void append(Entry entry) {
        insert(entry, json.write(entry.content()), Labels.of(entry.content()));
    }

    /** Appends an entry whose content is for its lane only: it stands sealed in the database. */
    public void appendSealed(Entry entry) {
        var sealed = secrets.seal(json.write(entry.content()), place(entry.subject()));
        insert(entry, json.write(Map.of(SEALED, sealed.text())), List.of());
    }

    private void insert(Entry entry, String content, List<String> labels) {
        jdbc.sql(
                        """
                        insert into wubu.record_entry
                            (subject, step, label, by_user, post, at, from_state, to_state, content, labels, photos,
                             rule_version)
                        values (:subject, :step, :label, :user, :post, :at, :from, :to, :content::jsonb, :labels, :photos,
                                :rule)
                        """)
                .param("subject", entry.subject())
                .param("step", entry.step())
                .param("label", entry.label())
                .param("user", entry.by().userId())
                .param("post", entry.by().post())
                .param("at", entry.at().atOffset(ZoneOffset.UTC))
                .param("from", entry.from())
                .param("to", entry.to())
                .param("content", content)
                .param("labels", labels.toArray(String[]::new))
                .param("photos", entry.photos().toArray(UUID[]::new))
                .param("rule", entry.ruleVersion())
                .update();
    }

    /** The entries of a subject, oldest first; sealed contents stay closed and are empty. */
    public List<Entry> of(String subject) {
        return entries(subject, this::shut);
    }

    /** The same with sealed contents opened, which is told of before they are given out. */
    public List<Entry> read(String subject) {
        if (hasSealed(subject)) {
            events.publishEvent(new ProtectedFieldRead(subject, "record"));
        }
        return entries(subject, this::opened);
    }

    private List<Entry> entries(String subject, Contents contents) {
        return jdbc.sql("select * from wubu.record_entry where subject = :subject order by id")
                .param("subject", subject)
                .query((row, index) -> entry(row, contents))
                .list();
    }

    private boolean hasSealed(String subject) {
        return jdbc.sql(
                        "select exists (select from wubu.record_entry where subject = :subject and content ->> 'sealed' <> '')")
                .param("subject", subject)
                .query(Boolean.class)
                .single();
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

    private static Entry entry(ResultSet row, Contents contents) throws SQLException {
        return new Entry(
                row.getString("subject"),
                row.getString("step"),
                row.getString("label"),
                new Actor(row.getString("by_user"), row.getString("post")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("from_state"),
                row.getString("to_state"),
                Labels.ordered(contents.of(row.getString("subject"), row.getString("content")), List.of((String[])
                        row.getArray("labels").getArray())),
                List.of((UUID[]) row.getArray("photos").getArray()),
                row.getString("rule_version"));
    }

    private Map<String, Object> shut(String subject, String stored) {
        var content = json.read(stored);
        return content.containsKey(SEALED) ? Map.of() : content;
    }

    private Map<String, Object> opened(String subject, String stored) {
        var content = json.read(stored);
        return content.get(SEALED) instanceof String text
                ? json.read(secrets.open(new Sealed(text), place(subject)))
                : content;
    }

    private static String place(String subject) {
        return "record_entry.content " + subject;
    }

    /** How a stored content is given out. */
    private interface Contents {
        Map<String, Object> of(String subject, String stored);
    }
}

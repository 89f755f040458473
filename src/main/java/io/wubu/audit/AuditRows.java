package io.wubu.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The SQL of the log: rows in, rows out. On which connection, the caller decides. */
public final class AuditRows {

    public static final String COLUMNS =
            """
            id, sequence, at, utc_offset, account, post, source, kind, object, result, reason, trace, node, hash_key, hash
            """;

    private static final String INSERT =
            """
            insert into wubu.audit_event
                (utc_offset, account, post, source, kind, object, result, reason, trace, node)
            values (:offset, :account, :post, :source, :kind, :object, :result, :reason, :trace, :node)
            """;

    private AuditRows() {}

    static void insert(JdbcClient jdbc, AuditNote note, String utcOffset, String node) {
        jdbc.sql(INSERT)
                .param("offset", utcOffset)
                .param("account", Plain.text(note.account(), 64))
                .param("post", Plain.text(note.post(), 80))
                .param("source", Plain.text(note.source(), 64))
                .param("kind", note.kind().name())
                .param("object", Plain.text(note.object(), 300))
                .param("result", note.result().name())
                .param("reason", Plain.text(note.reason(), 200))
                .param("trace", Plain.text(note.trace(), 64))
                .param("node", node)
                .update();
    }

    /** Rows of a filter, newest first. */
    public static List<AuditRow> page(JdbcClient jdbc, AuditFilter filter) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + """
                        from wubu.audit_event
                        where (cast(:from as timestamptz) is null or at >= :from)
                          and (cast(:to as timestamptz) is null or at < :to)
                          and (cast(:account as text) is null or account = :account)
                          and (cast(:kind as text) is null or kind = :kind)
                          and (cast(:result as text) is null or result = :result)
                          and (cast(:before as bigint) is null or id < :before)
                        order by id desc limit :most
                        """)
                .param("from", filter.from() == null ? null : filter.from().atOffset(ZoneOffset.UTC))
                .param("to", filter.to() == null ? null : filter.to().atOffset(ZoneOffset.UTC))
                .param("account", filter.account())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param(
                        "result",
                        filter.result() == null ? null : filter.result().name())
                .param("before", filter.before())
                .param("most", filter.most())
                .query((row, index) -> row(row))
                .list();
    }

    public static AuditRow row(ResultSet row) throws SQLException {
        return new AuditRow(
                row.getLong("id"),
                sequence(row),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("utc_offset"),
                row.getString("account"),
                row.getString("post"),
                row.getString("source"),
                row.getString("kind"),
                row.getString("object"),
                row.getString("result"),
                row.getString("reason"),
                row.getString("trace"),
                row.getString("node"),
                row.getString("hash_key"),
                row.getBytes("hash"));
    }

    private static @Nullable Long sequence(ResultSet row) throws SQLException {
        var sequence = row.getLong("sequence");
        return row.wasNull() ? null : sequence;
    }
}

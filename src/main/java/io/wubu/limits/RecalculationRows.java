package io.wubu.limits;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rows of wubu.recalculation and its report. */
@Component
class RecalculationRows {

    private final JdbcClient jdbc;

    RecalculationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void begin(long version, Instant at) {
        jdbc.sql(
                        """
                        insert into wubu.recalculation (calendar_version, started_at, total)
                        select :version, :at, count(*) from wubu.running_limit
                        where ended_at is null and calendar_version < :version
                        on conflict (calendar_version) do nothing
                        """)
                .param("version", version)
                .param("at", LimitRows.utc(at))
                .update();
    }

    void progress(long version, int done, int moved) {
        jdbc.sql(
                        """
                        update wubu.recalculation set done = done + :done, moved = moved + :moved, finished_at = null
                        where calendar_version = :version
                        """)
                .param("done", done)
                .param("moved", moved)
                .param("version", version)
                .update();
    }

    void finish(long version, Instant at) {
        begin(version, at);
        jdbc.sql(
                        """
                        update wubu.recalculation set finished_at = :at
                        where calendar_version = :version and finished_at is null
                        """)
                .param("at", LimitRows.utc(at))
                .param("version", version)
                .update();
    }

    void lines(long version, List<LimitMoved> moves) {
        jdbc.sql(
                        """
                        insert into wubu.recalculation_line (calendar_version, limit_id, old_due_at, new_due_at)
                        select :version, n.id, n.old, n.new
                        from unnest(:ids::bigint[], :old::timestamptz[], :new::timestamptz[]) as n (id, old, new)
                        """)
                .param("version", version)
                .param("ids", moves.stream().map(move -> move.after().id()).toArray(Long[]::new))
                .param(
                        "old",
                        moves.stream()
                                .map(move -> move.before().dueAt().toString())
                                .toArray(String[]::new))
                .param(
                        "new",
                        moves.stream()
                                .map(move -> move.after().dueAt().toString())
                                .toArray(String[]::new))
                .update();
    }

    List<Recalculation> all() {
        return jdbc.sql("select * from wubu.recalculation order by calendar_version desc")
                .query(RecalculationRows::run)
                .list();
    }

    Optional<Recalculation> find(long version) {
        return jdbc.sql("select * from wubu.recalculation where calendar_version = :version")
                .param("version", version)
                .query(RecalculationRows::run)
                .optional();
    }

    List<RecalculatedLimit> lines(long version, int offset, int most) {
        return jdbc.sql(
                        """
                        select l.subject, l.step, r.old_due_at, r.new_due_at
                        from wubu.recalculation_line r join wubu.running_limit l on l.id = r.limit_id
                        where r.calendar_version = :version
                        order by l.subject, l.id offset :offset limit :most
                        """)
                .param("version", version)
                .param("offset", offset)
                .param("most", most)
                .query((row, index) -> new RecalculatedLimit(
                        row.getString("subject"),
                        row.getString("step"),
                        instant(row, "old_due_at"),
                        instant(row, "new_due_at")))
                .list();
    }

    private static Recalculation run(ResultSet row, int index) throws SQLException {
        return new Recalculation(
                row.getLong("calendar_version"),
                instant(row, "started_at"),
                row.getObject("finished_at") == null ? null : instant(row, "finished_at"),
                row.getInt("total"),
                row.getInt("done"),
                row.getInt("moved"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

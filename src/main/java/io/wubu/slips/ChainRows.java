package io.wubu.slips;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes chains of slips; a problem has at most one open (partial unique index). */
@Component
class ChainRows {

    private final JdbcClient jdbc;

    ChainRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Opens a chain; of two at once the second waits, and opens none. */
    boolean open(String problem, SlipRequest request, Instant now) {
        return jdbc.sql(
                                """
                                insert into wubu.slip_chain
                                    (problem_number, trigger, requested, facts, requirement, requested_by, opened_at)
                                values (:problem, :trigger, :requested, :facts, :requirement, :by, :now)
                                on conflict (problem_number) where closed_at is null do nothing
                                """)
                        .param("problem", problem)
                        .param("trigger", request.trigger().name())
                        .param("requested", nullable(request.colour()))
                        .param("facts", request.facts())
                        .param("requirement", request.requirement())
                        .param("by", request.by().post())
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** The open chain, locked until the transaction ends. */
    Optional<Chain> lockOpen(String problem) {
        return jdbc.sql(
                        "select * from wubu.slip_chain where problem_number = :problem and closed_at is null for update")
                .param("problem", problem)
                .query(ChainRows::chain)
                .optional();
    }

    Optional<Chain> findOpen(String problem) {
        return jdbc.sql("select * from wubu.slip_chain where problem_number = :problem and closed_at is null")
                .param("problem", problem)
                .query(ChainRows::chain)
                .optional();
    }

    /** Why the next slip of the chain is asked for. */
    void next(long id, SlipRequest request) {
        jdbc.sql(
                        """
                        update wubu.slip_chain set trigger = :trigger, requested = :requested, facts = :facts,
                            requirement = :requirement, requested_by = :by
                        where id = :id
                        """)
                .param("trigger", request.trigger().name())
                .param("requested", nullable(request.colour()))
                .param("facts", request.facts())
                .param("requirement", request.requirement())
                .param("by", request.by().post())
                .param("id", id)
                .update();
    }

    void close(long id, Outcome outcome, Instant now) {
        jdbc.sql("update wubu.slip_chain set closed_at = :now, outcome = :outcome where id = :id and closed_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("outcome", outcome.name())
                .param("id", id)
                .update();
    }

    private static Chain chain(ResultSet row, int index) throws SQLException {
        var requested = row.getString("requested");
        return new Chain(
                row.getLong("id"),
                row.getString("problem_number"),
                Trigger.valueOf(row.getString("trigger")),
                requested == null ? null : Colour.valueOf(requested),
                row.getString("facts"),
                row.getString("requirement"),
                row.getString("requested_by"));
    }

    private static @Nullable String nullable(@Nullable Colour colour) {
        return colour == null ? null : colour.name();
    }
}

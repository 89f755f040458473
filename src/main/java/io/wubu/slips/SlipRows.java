package io.wubu.slips;

import io.wubu.lawclock.Limit;
import io.wubu.lawclock.LimitUnit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes slips; states change by compare-and-set. */
@Component
class SlipRows implements RowMapper<Slip> {

    static final List<SlipState> OPEN =
            List.of(SlipState.PREPARED, SlipState.ISSUED, SlipState.SIGNED, SlipState.REPLIED);

    private static final Set<String> SETTABLE = Set.of(
            "doc_no",
            "approved_by",
            "issued_at",
            "due_at",
            "provisional",
            "signed_by",
            "signed_at",
            "result",
            "documents",
            "replied_by",
            "replied_at",
            "opinion",
            "decided_by",
            "decided_at",
            "rejections",
            "end_reason",
            "ended_at");

    private final JdbcClient jdbc;

    SlipRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Slip> find(String number) {
        return jdbc.sql("select * from wubu.slip where number = :number")
                .param("number", number)
                .query(this)
                .optional();
    }

    List<Slip> of(String problem) {
        return jdbc.sql("select * from wubu.slip where problem_number = :problem order by prepared_at, number")
                .param("problem", problem)
                .query(this)
                .list();
    }

    Optional<Slip> open(String problem) {
        return jdbc.sql("select * from wubu.slip where problem_number = :problem and state in (:open)")
                .param("problem", problem)
                .param("open", names(OPEN))
                .query(this)
                .optional();
    }

    void insert(SlipDraft draft) {
        var chain = draft.chain();
        var ruling = draft.ruling();
        jdbc.sql(
                        """
                        insert into wubu.slip (number, chain_id, problem_number, campaign, region_code, city_code, letter,
                            colour, trigger, facts, requirement, addressee, copy_to, copy_roles, limit_amount, limit_unit,
                            score, clue, state, predecessor, prepared_at)
                        values (:number, :chain, :problem, :campaign, :region, :city, :letter,
                            :colour, :trigger, :facts, :requirement, :addressee, :copyTo, :copyRoles, :amount, :unit,
                            :score, :clue, 'PREPARED', :predecessor, :at)
                        """)
                .param("number", draft.number())
                .param("chain", chain.id())
                .param("problem", chain.problemNumber())
                .param("campaign", draft.campaign())
                .param("region", draft.region())
                .param("city", draft.city())
                .param("letter", ruling.letter())
                .param("colour", draft.colour().name())
                .param("trigger", chain.trigger().name())
                .param("facts", chain.facts())
                .param("requirement", chain.requirement())
                .param("addressee", draft.addressee())
                .param("copyTo", ruling.copyTo())
                .param("copyRoles", ruling.copyRoles())
                .param("amount", ruling.limit().amount())
                .param("unit", ruling.limit().unit().name())
                .param("score", ruling.score())
                .param("clue", ruling.clue())
                .param("predecessor", draft.predecessor())
                .param("at", draft.at().atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean move(String number, List<SlipState> from, SlipState to, Map<String, ? extends @Nullable Object> changes) {
        var set = new StringBuilder("update wubu.slip set state = :to");
        for (var column : changes.keySet()) {
            if (!SETTABLE.contains(column)) {
                throw new IllegalArgumentException("no such column of a slip: " + column);
            }
            set.append(", ").append(column).append(" = :").append(column);
        }
        var update = jdbc.sql(set.append(" where number = :number and state in (:from)")
                        .toString())
                .param("to", to.name())
                .param("number", number)
                .param("from", names(from));
        for (var change : changes.entrySet()) {
            var value = change.getValue();
            update = update.param(
                    change.getKey(), value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
        return update.update() == 1;
    }

    int openRed(String region) {
        return jdbc.sql(
                        """
                        select count(*) from wubu.slip where region_code = :region and colour = 'RED'
                          and state in ('ISSUED', 'SIGNED', 'REPLIED')
                        """)
                .param("region", region)
                .query(Integer.class)
                .single();
    }

    int unsettledRed(String city, String campaign) {
        return jdbc.sql(
                        """
                        select count(*) from wubu.slip where city_code = :city and campaign = :campaign
                          and colour = 'RED' and state in ('ISSUED', 'SIGNED', 'REPLIED', 'EXPIRED')
                        """)
                .param("city", city)
                .param("campaign", campaign)
                .query(Integer.class)
                .single();
    }

    @Override
    public Slip mapRow(ResultSet row, int index) throws SQLException {
        return new Slip(
                row.getString("number"),
                row.getLong("chain_id"),
                row.getString("problem_number"),
                row.getString("region_code"),
                row.getString("city_code"),
                row.getString("doc_no"),
                row.getBoolean("letter"),
                Colour.valueOf(row.getString("colour")),
                Trigger.valueOf(row.getString("trigger")),
                row.getString("facts"),
                row.getString("requirement"),
                row.getString("addressee"),
                row.getString("copy_to"),
                row.getString("copy_roles"),
                new Limit(row.getInt("limit_amount"), LimitUnit.valueOf(row.getString("limit_unit")), false),
                row.getInt("score"),
                row.getBoolean("clue"),
                SlipState.valueOf(row.getString("state")),
                row.getString("predecessor"),
                row.getString("approved_by"),
                instant(row, "issued_at"),
                instant(row, "due_at"),
                row.getBoolean("provisional"),
                new Slip.Receipt(row.getString("signed_by"), instant(row, "signed_at")),
                reply(row),
                decision(row),
                row.getString("end_reason"),
                instant(row, "ended_at"));
    }

    private static Slip.Reply reply(ResultSet row) throws SQLException {
        return new Slip.Reply(
                row.getString("result"),
                row.getString("documents"),
                row.getString("replied_by"),
                instant(row, "replied_at"));
    }

    private static Slip.Decision decision(ResultSet row) throws SQLException {
        return new Slip.Decision(
                row.getString("opinion"),
                row.getString("decided_by"),
                instant(row, "decided_at"),
                row.getInt("rejections"));
    }

    static List<String> names(List<SlipState> states) {
        return states.stream().map(Enum::name).toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

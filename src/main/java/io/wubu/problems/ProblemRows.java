package io.wubu.problems;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes rows of the ledger; states change by compare-and-set. */
@Component
class ProblemRows implements RowMapper<Problem> {

    static final String SELECT =
            """
            select p.*, s.name as site_name, s.uscc,
                   p.closed_at is null and exists (
                       select from wubu.limit_counting c where c.subject = p.number and c.due_at < :now) as overdue
            from wubu.problem p join wubu.site s on s.id = p.site_id
            """;

    /** The columns a step may set besides state and stage. */
    private static final Set<String> SETTABLE = Set.of(
            "description",
            "severity",
            "limit_amount",
            "limit_unit",
            "assigned_at",
            "due_at",
            "original_due_at",
            "provisional",
            "region_code",
            "time_class",
            "lead_unit",
            "supporting_units",
            "responsible_leader",
            "responsible_person",
            "merged_into",
            "closed_at",
            "record_no");

    private final JdbcClient jdbc;

    ProblemRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(
            String number, String campaign, String city, long site, Finding finding, String reportedBy, Instant now) {
        jdbc.sql(
                        """
                        insert into wubu.problem (number, campaign, round_code, source, region_code, city_code, place,
                            site_id, lon, lat, problem_type, description, found_on, reported_by, team, state, stage,
                            handling, import_id, created_at)
                        values (:number, :campaign, :roundCode, :source, :regionCode, :city, :place,
                            :site, :lon, :lat, :problemType, :description, :foundOn, :reportedBy, :team, 'DRAFT', 1,
                            :handling, :importId, :now)
                        """)
                .param("number", number)
                .param("campaign", campaign)
                .param("roundCode", finding.roundCode())
                .param("source", finding.source())
                .param("regionCode", finding.regionCode())
                .param("city", city)
                .param("place", finding.place())
                .param("site", site)
                .param("lon", finding.lon())
                .param("lat", finding.lat())
                .param("problemType", finding.problemType())
                .param("description", finding.description())
                .param("foundOn", finding.foundOn())
                .param("reportedBy", reportedBy)
                .param("team", finding.team())
                .param("handling", finding.handling())
                .param("importId", finding.importId())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    boolean update(String number, State from, State to, Map<String, @Nullable Object> changes) {
        var set = new StringBuilder("update wubu.problem set state = :to, stage = :stage");
        for (var column : changes.keySet()) {
            if (!SETTABLE.contains(column)) {
                throw new IllegalArgumentException("no such column of a problem: " + column);
            }
            set.append(", ").append(column).append(" = :").append(column);
        }
        var update = jdbc.sql(
                        set.append(" where number = :number and state = :from").toString())
                .param("to", to.name())
                .param("stage", to.stage())
                .param("number", number)
                .param("from", from.name());
        for (var change : changes.entrySet()) {
            var value = change.getValue();
            update = update.param(
                    change.getKey(), value instanceof Instant moment ? moment.atOffset(ZoneOffset.UTC) : value);
        }
        return update.update() == 1;
    }

    @Override
    public Problem mapRow(ResultSet row, int index) throws SQLException {
        return new Problem(
                row.getString("number"),
                row.getString("campaign"),
                row.getString("round_code"),
                row.getString("source"),
                row.getString("region_code"),
                row.getString("city_code"),
                row.getString("place"),
                row.getLong("site_id"),
                row.getString("site_name"),
                row.getString("uscc"),
                row.getString("problem_type"),
                row.getString("description"),
                row.getObject("found_on", LocalDate.class),
                row.getString("reported_by"),
                row.getString("team"),
                row.getString("severity"),
                State.valueOf(row.getString("state")),
                instant(row, "assigned_at"),
                instant(row, "due_at"),
                row.getObject("limit_amount", Integer.class),
                row.getString("limit_unit"),
                row.getBoolean("provisional"),
                row.getString("time_class"),
                row.getString("lead_unit"),
                row.getString("responsible_leader"),
                row.getString("responsible_person"),
                flags(row),
                instant(row, "closed_at"),
                row.getString("record_no"),
                row.getString("handling"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** The flags that are set, and 逾期, which is reckoned. */
    private static List<String> flags(ResultSet row) throws SQLException {
        var flags = new ArrayList<>(List.of((String[]) row.getArray("flags").getArray()));
        if (row.getBoolean("overdue")) {
            flags.add(Problem.OVERDUE);
        }
        return List.copyOf(flags);
    }
}

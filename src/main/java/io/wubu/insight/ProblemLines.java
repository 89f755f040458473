package io.wubu.insight;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The ledger for lists, never beyond the reach of the one who asks. */
@Component
public class ProblemLines {

    private static final String LATE =
            "(closed_at is null and number in (select number from wubu.insight_limit where due_at < :now))";
    private static final String SELECT = "select *, " + LATE + " as overdue from wubu.insight_problem";
    private static final String ORDER = " order by found_on desc, number limit :size offset :skipped";

    private final JdbcClient jdbc;
    private final Clock clock;

    ProblemLines(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A page of a list and how long the list is. */
    public record Page(List<ProblemLine> lines, int total) {}

    /** The problems that are asked for, newest first. */
    public Page page(ProblemQuestion question, Reach reach) {
        var values = new HashMap<String, Object>();
        var where = where(question, reach, values);
        var total = jdbc.sql("select count(*) from wubu.insight_problem" + where)
                .params(values)
                .query(Integer.class)
                .single();
        values.put("size", question.size());
        values.put("skipped", question.skipped());
        var lines = jdbc.sql(SELECT + where + ORDER)
                .params(values)
                .query(ProblemLines::line)
                .list();
        return new Page(lines, total);
    }

    /** The other problems of the same site, or of the same enterprise elsewhere, newest first. */
    public List<ProblemLine> siteHistory(String number, long site, @Nullable String uscc, Reach reach) {
        return jdbc.sql(
                        SELECT
                                + """
                                 where number <> :number and (site_id = :site or uscc = :uscc)
                                  and region_code like any (:reach)
                                order by found_on desc, number limit 100
                                """)
                .param("now", now())
                .param("number", number)
                .param("site", site)
                .param("uscc", uscc)
                .param("reach", reach.patterns())
                .query(ProblemLines::line)
                .list();
    }

    private String where(ProblemQuestion question, Reach reach, Map<String, Object> values) {
        values.put("now", now());
        var patterns = reach.patterns();
        var one = patterns.length == 1;
        values.put("reach", one ? patterns[0] : patterns);
        // one pattern is found by the index, an array of them is not
        var where = new StringBuilder(one ? " where region_code like :reach" : " where region_code like any (:reach)")
                .append(" and :now::timestamptz is not null");
        add(where, values, "region", " and region_code like :region", subtree(question.stem()));
        add(where, values, "state", " and state in (:state)", question.state());
        add(where, values, "stage", " and stage = :stage", question.stage());
        add(where, values, "type", " and problem_type = :type", question.type());
        add(where, values, "round", " and (round_code = :round or round_no::text = :round)", question.round());
        add(where, values, "overdue", " and " + LATE + " = :overdue", question.overdue());
        add(
                where,
                values,
                "text",
                """
                 and (number ilike :text or site_name ilike :text or description ilike :text or place ilike :text
                      or region_name ilike :text or uscc = :exact)
                """,
                like(question.text()));
        values.put("exact", question.text() == null ? "" : question.text().strip());
        return where.toString();
    }

    private static void add(
            StringBuilder where, Map<String, Object> values, String name, String condition, @Nullable Object value) {
        var isEmpty = value == null
                || value instanceof String text && text.isBlank()
                || value instanceof List<?> list && list.isEmpty();
        if (!isEmpty) {
            where.append(condition);
            values.put(name, value);
        }
    }

    private static @Nullable String subtree(@Nullable String stem) {
        return stem == null ? null : escaped(stem) + "%";
    }

    private static @Nullable String like(@Nullable String text) {
        return text == null || text.isBlank() ? null : "%" + escaped(text.strip()) + "%";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static ProblemLine line(ResultSet row, int index) throws SQLException {
        return new ProblemLine(
                row.getString("number"),
                row.getString("round_code"),
                row.getString("source"),
                row.getString("region_code"),
                row.getString("region_name"),
                row.getString("place"),
                row.getString("site_name"),
                row.getString("uscc"),
                row.getString("problem_type"),
                row.getString("description"),
                row.getObject("found_on", LocalDate.class),
                row.getString("severity"),
                row.getString("state"),
                instant(row, "assigned_at"),
                instant(row, "due_at"),
                row.getBoolean("provisional"),
                row.getBoolean("open"),
                row.getBoolean("overdue"),
                row.getString("lead_unit"),
                List.of((String[]) row.getArray("flags").getArray()));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

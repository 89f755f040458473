package io.wubu.desk.problems;

import io.wubu.desk.web.Lamps;
import io.wubu.problems.Problem;
import io.wubu.problems.State;
import io.wubu.regions.Regions;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the ledger for lists, never beyond the region of the one who asks. */
@Component
class ProblemListing {

    private static final Map<String, String> SEVERITIES =
            Map.of("CRITICAL", "特别严重", "MAJOR", "严重", "NORMAL", "一般", "MINOR", "轻微");

    private static final String OVERDUE =
            "(closed_at is null and number in (select subject from wubu.limit_counting where due_at < :now))";
    private static final String SELECT = "select *, " + OVERDUE + " as overdue from wubu.problem_listing";
    private static final String ORDER = " order by found_on desc, number limit :size offset :skipped";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Lamps lamps;
    private final Regions regions;

    ProblemListing(JdbcClient jdbc, Clock clock, Lamps lamps, Regions regions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.lamps = lamps;
        this.regions = regions;
    }

    /** A page of a list. */
    record Page(List<ProblemItem> items, int total, int page, int size) {}

    Page page(ProblemFilter filter, String scope) {
        var values = new HashMap<String, Object>();
        var where = where(filter, scope, values);
        var total = jdbc.sql("select count(*) from wubu.problem_listing" + where)
                .params(values)
                .query(Integer.class)
                .single();
        values.put("size", filter.sizeOrUsual());
        values.put("skipped", (filter.pageOr1() - 1L) * filter.sizeOrUsual());
        var items = jdbc.sql(SELECT + where + ORDER)
                .params(values)
                .query(this::item)
                .list();
        return new Page(items, total, filter.pageOr1(), filter.sizeOrUsual());
    }

    /** The other problems of the same site, or of the same enterprise elsewhere, newest first. */
    List<ProblemItem> siteHistory(String number, long site, @Nullable String uscc, String scope) {
        return jdbc.sql(
                        SELECT
                                + """
                                 where number <> :number and (site_id = :site or uscc = :uscc)
                                  and region_code like any (:scope)
                                order by found_on desc, number limit 100
                                """)
                .param("now", now())
                .param("number", number)
                .param("site", site)
                .param("uscc", uscc)
                .param("scope", patterns(scope))
                .query(this::item)
                .list();
    }

    private String where(ProblemFilter filter, String scope, Map<String, Object> values) {
        values.put("now", now());
        var scopes = patterns(scope);
        var one = scopes.length == 1;
        values.put("scope", one ? scopes[0] : scopes);
        // one pattern is found by the index, an array of them is not
        var where = new StringBuilder(one ? " where region_code like :scope" : " where region_code like any (:scope)")
                .append(" and :now::timestamptz is not null");
        add(where, values, "region", " and region_code like :region", subtree(filter.region()));
        add(where, values, "state", " and state in (:state)", filter.state());
        add(where, values, "stage", " and stage = :stage", filter.stage());
        add(where, values, "type", " and problem_type = :type", filter.type());
        add(where, values, "round", " and (round_code = :round or round_no::text = :round)", filter.round());
        add(
                where,
                values,
                "overdue",
                " and " + OVERDUE + " = :overdue",
                filter.overdue());
        add(
                where,
                values,
                "text",
                """
                 and (number ilike :text or site_name ilike :text or description ilike :text or place ilike :text
                      or region_name ilike :text or uscc = :exact)
                """,
                like(filter.text()));
        values.put("exact", filter.text() == null ? "" : filter.text().strip());
        return where.toString();
    }

    private String[] patterns(String scope) {
        return regions.stems(scope).stream().map(stem -> stem + "%").toArray(String[]::new);
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

    private static @Nullable String subtree(@Nullable String region) {
        return region == null || region.isBlank() ? null : escaped(Regions.stem(region.strip())) + "%";
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

    private ProblemItem item(ResultSet row, int index) throws SQLException {
        var severity = row.getString("severity");
        var state = State.valueOf(row.getString("state"));
        var overdue = row.getBoolean("overdue");
        var lamp = lamps.of(state.isRectifying() ? instant(row, "due_at") : null, overdue);
        return new ProblemItem(
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
                severity,
                severity == null ? null : SEVERITIES.get(severity),
                state.name(),
                state.chinese(),
                state.stage(),
                instant(row, "assigned_at"),
                instant(row, "due_at"),
                row.getBoolean("provisional"),
                overdue,
                lamp.daysLeft(),
                lamp.colour(),
                row.getString("lead_unit"),
                flags(row, overdue));
    }

    private static List<String> flags(ResultSet row, boolean overdue) throws SQLException {
        var set = Stream.of((String[]) row.getArray("flags").getArray());
        return Stream.concat(set, overdue ? Stream.of(Problem.OVERDUE) : Stream.empty())
                .toList();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }
}

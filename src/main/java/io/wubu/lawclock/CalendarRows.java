package io.wubu.lawclock;

import io.wubu.shared.Actor;
import io.wubu.shared.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calendar's tables. */
@Component
class CalendarRows {

    private final JdbcClient jdbc;
    private final Json json;
    private final Clock clock;

    CalendarRows(JdbcClient jdbc, Json json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    LocalDate coveredUntil() {
        return jdbc.sql("select max(covered_until) from wubu.calendar_coverage")
                .query(LocalDate.class)
                .single();
    }

    void cover(LocalDate until) {
        jdbc.sql("update wubu.calendar_coverage set covered_until = :until")
                .param("until", until)
                .update();
    }

    List<CalendarDay> ofYear(Year year) {
        return jdbc.sql(
                        """
                        select day, is_work, name from wubu.calendar_day
                        where extract(year from day) = :year order by day
                        """)
                .param("year", year.getValue())
                .query(CalendarRows::day)
                .list();
    }

    Optional<CalendarDay> find(LocalDate day) {
        return jdbc.sql("select day, is_work, name from wubu.calendar_day where day = :day")
                .param("day", day)
                .query(CalendarRows::day)
                .optional();
    }

    void replace(Year year, List<CalendarDay> days, String source) {
        jdbc.sql("delete from wubu.calendar_day where extract(year from day) = :year")
                .param("year", year.getValue())
                .update();
        days.forEach(day -> {
            delete(day.day());
            insert(day, source);
        });
    }

    void delete(LocalDate day) {
        jdbc.sql("delete from wubu.calendar_day where day = :day")
                .param("day", day)
                .update();
    }

    void insert(CalendarDay day, String source) {
        jdbc.sql("insert into wubu.calendar_day (day, is_work, name, source) values (:day, :work, :name, :source)")
                .param("day", day.day())
                .param("work", day.isWork())
                .param("name", day.name())
                .param("source", source)
                .update();
    }

    Map<String, String> hours(String region) {
        return jdbc.sql("select opens, closes from wubu.office_hours where region_code = :region")
                .param("region", region)
                .query((row, index) -> Map.of(
                        "上班", row.getObject("opens", LocalTime.class).toString(),
                        "下班", row.getObject("closes", LocalTime.class).toString()))
                .optional()
                .orElse(Map.of());
    }

    void setHours(String region, LocalTime opens, LocalTime closes, String source) {
        jdbc.sql(
                        """
                        insert into wubu.office_hours (region_code, opens, closes, source)
                        values (:region, :opens, :closes, :source)
                        on conflict (region_code) do update
                        set opens = excluded.opens, closes = excluded.closes, source = excluded.source
                        """)
                .param("region", region)
                .param("opens", opens)
                .param("closes", closes)
                .param("source", source)
                .update();
    }

    long log(String kind, String what, String source, Map<String, ?> before, Map<String, ?> after, Actor by) {
        return jdbc.sql(
                        """
                        insert into wubu.calendar_change (kind, what, source, old, new, by_user, post, at)
                        values (:kind, :what, :source, :old::jsonb, :new::jsonb, :user, :post, :at) returning id
                        """)
                .param("kind", kind)
                .param("what", what)
                .param("source", source)
                .param("old", json.write(before))
                .param("new", json.write(after))
                .param("user", by.userId())
                .param("post", by.post())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    List<CalendarEntry> history() {
        return jdbc.sql("select * from wubu.calendar_change order by id desc")
                .query(this::entry)
                .list();
    }

    private CalendarEntry entry(ResultSet row, int index) throws SQLException {
        return new CalendarEntry(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("what"),
                row.getString("source"),
                json.read(row.getString("old")),
                json.read(row.getString("new")),
                row.getString("by_user"),
                row.getString("post"),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }

    private static CalendarDay day(ResultSet row, int index) throws SQLException {
        return new CalendarDay(row.getObject("day", LocalDate.class), row.getBoolean("is_work"), row.getString("name"));
    }
}

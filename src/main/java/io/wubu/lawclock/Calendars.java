package io.wubu.lawclock;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The calendar as the tables hold it, read once. */
@Component
class Calendars implements Supplier<WorkCalendar> {

    private final JdbcClient jdbc;
    private volatile @Nullable WorkCalendar current;

    Calendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public WorkCalendar get() {
        var calendar = current;
        if (calendar == null) {
            calendar = load();
            current = calendar;
        }
        return calendar;
    }

    private WorkCalendar load() {
        var exceptions = new HashMap<LocalDate, Boolean>();
        jdbc.sql("select day, is_work from wubu.calendar_day").query(row -> {
            exceptions.put(row.getObject("day", LocalDate.class), row.getBoolean("is_work"));
        });
        var covered = jdbc.sql("select max(covered_until) from wubu.calendar_coverage")
                .query(LocalDate.class)
                .single();
        return new WorkCalendar(exceptions, covered);
    }
}

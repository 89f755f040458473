package io.wubu.lawclock;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** The almanac as the tables hold it, kept until another version is seen; other nodes see a change within a second. */
@Component
class Calendars implements Supplier<Almanac> {

    private static final Duration TRUSTED = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private volatile @Nullable Almanac current;
    private volatile long checkedAt;

    Calendars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Almanac get() {
        var known = current;
        var trusted = known != null && System.nanoTime() - checkedAt < TRUSTED.toNanos();
        return trusted && known != null ? known : fresh();
    }

    @TransactionalEventListener(CalendarChanged.class)
    void changed() {
        current = null;
    }

    /** The almanac of the version the database holds now. */
    Almanac fresh() {
        var version = jdbc.sql("select coalesce(max(id), 0) from wubu.calendar_change")
                .query(Long.class)
                .single();
        var known = current;
        if (known == null || known.version() != version) {
            known = load(version);
            current = known;
        }
        checkedAt = System.nanoTime();
        return known;
    }

    private Almanac load(long version) {
        var days = jdbc.sql("select day, is_work, name from wubu.calendar_day")
                .query((row, index) -> new CalendarDay(
                        row.getObject("day", LocalDate.class), row.getBoolean("is_work"), row.getString("name")))
                .list();
        var covered = jdbc.sql("select max(covered_until) from wubu.calendar_coverage")
                .query(LocalDate.class)
                .single();
        var hours = new HashMap<String, OfficeHours>();
        jdbc.sql("select region_code, opens, closes from wubu.office_hours").query(row -> {
            hours.put(
                    row.getString("region_code"),
                    new OfficeHours(row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)));
        });
        return new Almanac(version, new WorkCalendar(days, covered), hours);
    }
}

package io.wubu.lawclock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.regex.Pattern;

/** The calendar as the migration that ships it states it, without a database. */
final class CalendarOfTheMigration {

    private static final Pattern ROW = Pattern.compile("\\('(\\d{4}-\\d\\d-\\d\\d)', (true|false), '([^']+)',");

    private CalendarOfTheMigration() {}

    static WorkCalendar load() {
        var days = new ArrayList<CalendarDay>();
        try {
            var sql = Files.readString(Path.of("src/main/resources/db/migration/V004__calendar.sql"));
            var row = ROW.matcher(sql);
            while (row.find()) {
                days.add(new CalendarDay(
                        LocalDate.parse(row.group(1)), Boolean.parseBoolean(row.group(2)), row.group(3)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkCalendar(days, LocalDate.of(2026, 12, 31));
    }

    /** The same with the office hours as delivered. */
    static Almanac almanac() {
        return new Almanac(0, load(), Map.of("000000", new OfficeHours(LocalTime.of(9, 0), LocalTime.of(18, 0))));
    }
}

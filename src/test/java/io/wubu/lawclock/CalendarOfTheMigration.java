package io.wubu.lawclock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.regex.Pattern;

/** The calendar as the migration that ships it states it, without a database. */
final class CalendarOfTheMigration {

    private static final Pattern ROW = Pattern.compile("\\('(\\d{4}-\\d\\d-\\d\\d)', (true|false),");

    private CalendarOfTheMigration() {}

    static WorkCalendar load() {
        var days = new HashMap<LocalDate, Boolean>();
        try {
            var sql = Files.readString(Path.of("src/main/resources/db/migration/V004__calendar.sql"));
            var row = ROW.matcher(sql);
            while (row.find()) {
                days.put(LocalDate.parse(row.group(1)), Boolean.valueOf(row.group(2)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new WorkCalendar(days, LocalDate.of(2026, 12, 31));
    }
}

package io.wubu.desk.web;

import io.wubu.shared.ClockConfiguration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Moments as callers write them: with offset, in official time, or a day's beginning. */
public final class Moments {

    private static final List<Function<String, Instant>> FORMS = List.of(
            text -> OffsetDateTime.parse(text).toInstant(),
            text -> LocalDateTime.parse(text).atZone(ClockConfiguration.ZONE).toInstant(),
            text -> LocalDate.parse(text).atStartOfDay(ClockConfiguration.ZONE).toInstant());

    private Moments() {}

    /** The moment, or null if the text is none. */
    public static @Nullable Instant read(String text) {
        for (var form : FORMS) {
            try {
                return form.apply(text);
            } catch (DateTimeParseException e) {
                continue;
            }
        }
        return null;
    }
}

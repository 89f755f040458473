package io.wubu.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as ledgers write them. */
final class LedgerDates {

    private static final Pattern FULL = Pattern.compile(
            "(\\d{4})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})\\s*日?(?:[T ]\\s*\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern INCOMPLETE =
            Pattern.compile("\\d{4}\\s*年?|\\d{4}\\s*[-/.年]\\s*\\d{1,2}\\s*月?|\\d{1,2}\\s*[-/.月]\\s*\\d{1,2}\\s*日?");

    private LedgerDates() {}

    /** The day a text means; null if it means none. */
    static @Nullable LocalDate read(String text) {
        var full = FULL.matcher(text);
        var found = full.matches() ? full : COMPACT.matcher(text);
        if (!found.matches()) {
            return null;
        }
        try {
            return LocalDate.of(number(found.group(1)), number(found.group(2)), number(found.group(3)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Whether year, month or day is missing. */
    static boolean isIncomplete(String text) {
        return INCOMPLETE.matcher(text).matches();
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}

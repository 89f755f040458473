package io.wubu.problems;

import io.wubu.shared.ClockConfiguration;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has to be true of a finding, whether it comes by the report page, a team's paper or a ledger: one statement in one
 * wording, to stand behind the name of the field or column.
 *
 * @param earliest the first day a finding of this campaign can have been made
 * @param now the present
 */
public record FindingRules(LocalDate earliest, Instant now) {

    /** The box around the country. */
    private static final int WEST = 73;

    private static final int EAST = 136;
    private static final int SOUTH = 3;
    private static final int NORTH = 54;

    /** A rule that is broken: a stable code, and the words. */
    public record Broken(String code, String words) {}

    /** The day of a finding. */
    public @Nullable Broken day(LocalDate day) {
        if (day.isAfter(dateOf(now))) {
            return new Broken("date.future", "不能晚于今天");
        }
        return early(day);
    }

    /** The moment of a finding. */
    public @Nullable Broken moment(Instant at) {
        return at.isAfter(now) ? new Broken("date.future", "不能晚于现在") : early(dateOf(at));
    }

    /** 统一社会信用代码. */
    public @Nullable Broken uscc(String code) {
        return Uscc.isValid(code) ? null : new Broken("uscc", "不是有效的 18 位代码（校验码不符）");
    }

    /** The longitude of a place. */
    public @Nullable Broken lon(BigDecimal degrees) {
        return between(degrees, WEST, EAST);
    }

    /** The latitude of a place. */
    public @Nullable Broken lat(BigDecimal degrees) {
        return between(degrees, SOUTH, NORTH);
    }

    /** A photo of a finding of which only the day is told: it was made at some moment of that day that has come. */
    public @Nullable Broken photo(String name, Instant takenAt, LocalDate day, Duration within) {
        var from = day.atStartOfDay(ClockConfiguration.ZONE).toInstant();
        var end = day.plusDays(1).atStartOfDay(ClockConfiguration.ZONE).toInstant();
        return photo(name, takenAt, from, end.isAfter(now) && from.isBefore(now) ? now : end, within);
    }

    /** A photo of a finding made at that moment. */
    public @Nullable Broken photo(String name, Instant takenAt, Instant at, Duration within) {
        return photo(name, takenAt, at, at, within);
    }

    private static @Nullable Broken photo(String name, Instant takenAt, Instant from, Instant to, Duration within) {
        return takenAt.isBefore(from.minus(within)) || takenAt.isAfter(to.plus(within))
                ? new Broken("takenAt", "“%s”的拍摄时间与发现时间相差超过 %d 小时".formatted(name, within.toHours()))
                : null;
    }

    private @Nullable Broken early(LocalDate day) {
        return day.isBefore(earliest) ? new Broken("date.early", "不能早于 " + earliest + "，请核对年份") : null;
    }

    private static @Nullable Broken between(BigDecimal degrees, int low, int high) {
        var fits = degrees.compareTo(BigDecimal.valueOf(low)) >= 0 && degrees.compareTo(BigDecimal.valueOf(high)) <= 0;
        return fits ? null : new Broken("range", "应在 %d—%d 之间".formatted(low, high));
    }

    private static LocalDate dateOf(Instant instant) {
        return instant.atZone(ClockConfiguration.ZONE).toLocalDate();
    }
}

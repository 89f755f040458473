package io.wubu.lawclock;

import io.wubu.shared.ClockConfiguration;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Calendar and office hours of one version: everything a date depends on.
 *
 * @param version the last calendar change that is in it; 0 as delivered
 * @param hours office hours by region code; 000000 is always there
 */
public record Almanac(long version, WorkCalendar calendar, Map<String, OfficeHours> hours) {

    private static final String COUNTRY = "000000";

    /** The office hours of a region: its own, else those of its city, province or the country. */
    public OfficeHours hoursOf(String region) {
        if (!hours.isEmpty() && region.length() == COUNTRY.length()) {
            for (var digits = region.length(); digits > 0; digits -= 2) {
                var above = region.substring(0, digits) + "0".repeat(region.length() - digits);
                var own = hours.get(above);
                if (own != null) {
                    return own;
                }
            }
        }
        var country = hours.get(COUNTRY);
        if (country == null) {
            throw new IllegalStateException("no office hours for the country");
        }
        return country;
    }

    /** The moment itself if offices work then, else the moment they next open. */
    public Instant onDuty(Instant moment, String region) {
        var day = dateOf(moment);
        var office = hoursOf(region);
        if (calendar.isWorkingDay(day) && !moment.isAfter(office.closing(day))) {
            return moment.isBefore(office.opening(day)) ? office.opening(day) : moment;
        }
        return office.opening(calendar.rollForward(day.plusDays(1)));
    }

    /** The moment itself if offices work then, else the moment they last closed before it. */
    public Instant lastOnDuty(Instant moment, String region) {
        var day = dateOf(moment);
        var office = hoursOf(region);
        if (calendar.isWorkingDay(day) && !moment.isBefore(office.opening(day))) {
            return moment.isAfter(office.closing(day)) ? office.closing(day) : moment;
        }
        return office.closing(calendar.minusWorkingDays(day, 1));
    }

    /** How long offices work between two moments; zero if the second is not later. */
    public Duration workingTime(Instant from, Instant to, String region) {
        var sum = Duration.ZERO;
        var office = hoursOf(region);
        for (var day = dateOf(from); !day.isAfter(dateOf(to)); day = day.plusDays(1)) {
            if (calendar.isWorkingDay(day)) {
                var begin = later(from, office.opening(day));
                var end = earlier(to, office.closing(day));
                sum = end.isAfter(begin) ? sum.plus(Duration.between(begin, end)) : sum;
            }
        }
        return sum;
    }

    /** The moment after so much office time. */
    public Instant plusWorkingTime(Instant from, Duration amount, String region) {
        var left = amount;
        var at = onDuty(from, region);
        while (true) {
            var closing = hoursOf(region).closing(dateOf(at));
            var today = Duration.between(at, closing);
            if (today.compareTo(left) >= 0) {
                return at.plus(left);
            }
            left = left.minus(today);
            at = onDuty(closing.plusMillis(1), region);
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate dateOf(Instant instant) {
        return instant.atZone(ClockConfiguration.ZONE).toLocalDate();
    }
}

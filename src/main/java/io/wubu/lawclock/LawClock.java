package io.wubu.lawclock;

import io.wubu.shared.ClockConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Turns limits into instants: the start day is not counted, day limits end with the office day. */
@Component
public class LawClock {

    private final Supplier<Almanac> almanacs;
    private final Clock clock;

    LawClock(Supplier<Almanac> almanacs, Clock clock) {
        this.almanacs = almanacs;
        this.clock = clock;
    }

    /** The official present. */
    public Instant now() {
        return clock.instant();
    }

    /** Today's date in China. */
    public LocalDate today() {
        return dateOf(now());
    }

    /** The date in China of an instant. */
    public LocalDate dateOf(Instant instant) {
        return instant.atZone(ClockConfiguration.ZONE).toLocalDate();
    }

    /** The moment a limit that starts then runs out, by the office hours of the region of its case. */
    public Instant due(Instant start, Limit limit, String region) {
        return due(Term.of(start, limit, region), almanac());
    }

    /** The moment a term runs out, by that almanac. */
    public Instant due(Term term, Almanac almanac) {
        var office = almanac.hoursOf(term.region());
        if (term.fixedOn() != null) {
            return office.closing(term.fixedOn().plusDays(term.pausedDays()));
        }
        var limit = term.limit();
        var day = dateOf(term.start());
        return switch (limit.unit()) {
            case WORKING_DAY -> office.closing(almanac.calendar().plusWorkingDays(day, limit.amount(), term.pauses()));
            case CALENDAR_DAY -> {
                var last = day.plusDays(limit.amount()).plusDays(term.pausedDays());
                yield office.closing(limit.rolls() ? almanac.calendar().rollForward(last) : last);
            }
            case WORKING_HOUR ->
                almanac.plusWorkingTime(term.start(), Duration.ofHours(limit.amount()), term.region())
                        .plus(paused(term));
            case HOUR -> term.start().plus(limit.amount(), ChronoUnit.HOURS).plus(paused(term));
            case SAME_DAY_AT -> sameDay(term.start(), limit.amount()).plus(paused(term));
            case DATE -> throw new IllegalArgumentException("a date has to be set");
        };
    }

    /** Whether a moment lies where no holiday arrangement is published yet (暂定). */
    public boolean isProvisional(Instant due) {
        return calendar().isProvisional(dateOf(due));
    }

    /** The moment itself if the offices of the region work then, else the moment they next open. */
    public Instant onDuty(Instant moment, String region) {
        return almanac().onDuty(moment, region);
    }

    /** When the offices of the region close that many working days before a moment. */
    public Instant workingDaysBefore(Instant due, int amount, String region) {
        return endOfOffice(calendar().minusWorkingDays(dateOf(due), amount), region);
    }

    /** When the offices of the region close on that day. */
    public Instant endOfOffice(LocalDate day, String region) {
        return almanac().hoursOf(region).closing(day);
    }

    /** The end of the legal day: the first instant that no longer belongs to it. */
    public Instant endOfDay(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ClockConfiguration.ZONE).toInstant();
    }

    /** The calendar in force. */
    public WorkCalendar calendar() {
        return almanac().calendar();
    }

    /** Calendar and office hours in force. */
    public Almanac almanac() {
        return almanacs.get();
    }

    private static Duration paused(Term term) {
        return Duration.ofDays(term.pausedDays());
    }

    private static Instant sameDay(Instant start, int hour) {
        var local = start.atZone(ClockConfiguration.ZONE);
        var today = local.toLocalDate().atTime(hour, 0).atZone(ClockConfiguration.ZONE);
        return (local.isBefore(today) ? today : today.plusDays(1)).toInstant();
    }
}

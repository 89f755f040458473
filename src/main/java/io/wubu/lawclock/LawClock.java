package io.wubu.lawclock;

import io.wubu.shared.ClockConfiguration;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Turns limits into instants: the start day is not counted, day limits end with the office day. */
@Component
public class LawClock {

    /** 默认值: offices close at 18:00; legal days end at 24:00, offices can't act after this hour. */
    static final LocalTime OFFICE_CLOSES = LocalTime.of(18, 0);

    private final Supplier<WorkCalendar> calendars;
    private final Clock clock;

    LawClock(Supplier<WorkCalendar> calendars, Clock clock) {
        this.calendars = calendars;
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

    /** The moment a limit that starts now or then runs out. */
    public Instant due(Instant start, Limit limit) {
        return switch (limit.unit()) {
            case WORKING_DAY -> endOfOffice(calendar().plusWorkingDays(dateOf(start), limit.amount()));
            case CALENDAR_DAY -> endOfOffice(rolled(dateOf(start).plusDays(limit.amount()), limit));
            case HOUR -> start.plus(limit.amount(), ChronoUnit.HOURS);
            case SAME_DAY_AT -> sameDay(start, limit.amount());
        };
    }

    /** Whether a moment lies where no holiday arrangement is published yet (暂定). */
    public boolean isProvisional(Instant due) {
        return calendar().isProvisional(dateOf(due));
    }

    /** The end of the office day that many working days before a moment. */
    public Instant workingDaysBefore(Instant due, int amount) {
        return endOfOffice(calendar().minusWorkingDays(dateOf(due), amount));
    }

    /** The end of the office day. */
    public Instant endOfOffice(LocalDate day) {
        return day.atTime(OFFICE_CLOSES).atZone(ClockConfiguration.ZONE).toInstant();
    }

    /** The end of the legal day: the first instant that no longer belongs to it. */
    public Instant endOfDay(LocalDate day) {
        return day.plusDays(1).atStartOfDay(ClockConfiguration.ZONE).toInstant();
    }

    /** The calendar in force. */
    public WorkCalendar calendar() {
        return calendars.get();
    }

    private LocalDate rolled(LocalDate day, Limit limit) {
        return limit.rolls() ? calendar().rollForward(day) : day;
    }

    private static Instant sameDay(Instant start, int hour) {
        var local = start.atZone(ClockConfiguration.ZONE);
        var today = local.toLocalDate().atTime(hour, 0).atZone(ClockConfiguration.ZONE);
        return (local.isBefore(today) ? today : today.plusDays(1)).toInstant();
    }
}

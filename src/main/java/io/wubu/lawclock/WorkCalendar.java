package io.wubu.lawclock;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which days offices work: the State Council's yearly arrangement over plain weekends. After {@code coveredUntil} no
 * arrangement is published; only weekends and holidays of fixed date count there, and results are provisional.
 */
public final class WorkCalendar {

    /** 元旦, 劳动节, 国庆节: holidays of fixed date (全国年节及纪念日放假办法 第二条). */
    private static final Set<MonthDay> FIXED = Set.of(
            MonthDay.of(1, 1),
            MonthDay.of(5, 1),
            MonthDay.of(5, 2),
            MonthDay.of(10, 1),
            MonthDay.of(10, 2),
            MonthDay.of(10, 3));

    private final Map<LocalDate, CalendarDay> exceptions;
    private final LocalDate coveredUntil;

    /**
     * @param exceptions days that differ from a plain week
     * @param coveredUntil the last day of the newest published arrangement
     */
    public WorkCalendar(Collection<CalendarDay> exceptions, LocalDate coveredUntil) {
        this.exceptions = exceptions.stream().collect(Collectors.toUnmodifiableMap(CalendarDay::day, day -> day));
        this.coveredUntil = coveredUntil;
    }

    /** Whether offices work on that day. */
    public boolean isWorkingDay(LocalDate day) {
        var exception = exceptions.get(day);
        if (exception != null) {
            return exception.isWork();
        }
        var weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return !weekend && !(isProvisional(day) && FIXED.contains(MonthDay.from(day)));
    }

    /** Whether that day lies beyond the published arrangements. */
    public boolean isProvisional(LocalDate day) {
        return day.isAfter(coveredUntil);
    }

    /** What the arrangement says of a day, if it says anything. */
    public Optional<CalendarDay> exception(LocalDate day) {
        return Optional.ofNullable(exceptions.get(day));
    }

    /** The day that many working days after the start; the start day is not counted. */
    public LocalDate plusWorkingDays(LocalDate start, int amount) {
        return plusWorkingDays(start, amount, List.of());
    }

    /** The same, without the days a limit stood still. */
    public LocalDate plusWorkingDays(LocalDate start, int amount, List<Pause> pauses) {
        var day = start;
        for (var left = amount; left > 0; ) {
            day = day.plusDays(1);
            var counted = day;
            if (isWorkingDay(day) && pauses.stream().noneMatch(pause -> pause.covers(counted))) {
                left--;
            }
        }
        return day;
    }

    /** The day that many working days before the end; the end day is not counted. */
    public LocalDate minusWorkingDays(LocalDate end, int amount) {
        var day = end;
        for (var left = amount; left > 0; ) {
            day = day.minusDays(1);
            if (isWorkingDay(day)) {
                left--;
            }
        }
        return day;
    }

    /** The day itself if offices work on it, else the first working day after it. */
    public LocalDate rollForward(LocalDate day) {
        var next = day;
        while (!isWorkingDay(next)) {
            next = next.plusDays(1);
        }
        return next;
    }

    /** Working days after the first day up to and including the last; negative when the last day is earlier. */
    public int workingDaysBetween(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            return -workingDaysBetween(last, first);
        }
        var days = 0;
        for (var day = first.plusDays(1); !day.isAfter(last); day = day.plusDays(1)) {
            if (isWorkingDay(day)) {
                days++;
            }
        }
        return days;
    }
}

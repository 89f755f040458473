package io.wubu.lawclock;

import io.wubu.shared.Actor;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Turns;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The calendar as an office keeps it: yearly arrangements, single days, office hours, each change with its history, one at a
 * time: whoever comes second gets a {@link io.wubu.shared.Stale}.
 */
@Component
@Transactional
public class Arrangements {

    private static final String CALENDAR = "calendar";
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);

    private final CalendarRows rows;
    private final Calendars calendars;
    private final ApplicationEventPublisher events;
    private final Turns turns;

    Arrangements(CalendarRows rows, Calendars calendars, ApplicationEventPublisher events, Turns turns) {
        this.rows = rows;
        this.calendars = calendars;
        this.events = events;
        this.turns = turns;
    }

    /**
     * Adopts the State Council's arrangement of a year in place of what was known of it.
     *
     * @param days the days that differ from a plain week; some may lie in the December before
     * @return the calendar's new version
     * @throws RuleBroken if the year before is still open
     */
    public long adopt(Year year, List<CalendarDay> days, String source, Actor by) {
        turns.take(CALENDAR);
        var covered = rows.coveredUntil();
        if (year.getValue() > covered.getYear() + 1) {
            throw new RuleBroken("year", "calendar.gap", "请先导入 %d 年的放假安排".formatted(covered.getYear() + 1));
        }
        var before = rows.ofYear(year);
        rows.replace(year, days, source);
        if (year.getValue() > covered.getYear()) {
            rows.cover(LocalDate.of(year.getValue(), 12, 31));
        }
        return changed("ARRANGEMENT", year.toString(), source, inWords(before), inWords(days), by);
    }

    /**
     * Sets one day, or with {@code day} null makes it a plain day of the week again.
     *
     * @throws RuleBroken if a shifted working day is no weekend
     */
    public long edit(CalendarDay day, boolean plain, String source, Actor by) {
        turns.take(CALENDAR);
        if (!plain && day.isWork() && !WEEKEND.contains(day.day().getDayOfWeek())) {
            throw new RuleBroken("day", "calendar.weekday", "%s 不是周末，不能设为调休上班日".formatted(day.day()));
        }
        var before = rows.find(day.day()).map(List::of).orElse(List.of());
        List<CalendarDay> after = plain ? List.of() : List.of(day);
        if (before.equals(after)) {
            throw new RuleBroken("day", "calendar.same", "%s 已是该设置".formatted(day.day()));
        }
        rows.delete(day.day());
        after.forEach(set -> rows.insert(set, source));
        return changed("DAY", day.day().toString(), source, inWords(before), inWords(after), by);
    }

    /** Sets the office hours of a region and of those below it that have none of their own. */
    public long setHours(String region, LocalTime opens, LocalTime closes, String source, Actor by) {
        turns.take(CALENDAR);
        if (!opens.isBefore(closes)) {
            throw new RuleBroken("closes", "hours.order", "“下班”应晚于“上班”");
        }
        var before = rows.hours(region);
        rows.setHours(region, opens, closes, source);
        return changed(
                "OFFICE_HOURS", region, source, before, Map.of("上班", opens.toString(), "下班", closes.toString()), by);
    }

    /** The days of a year that differ from a plain week. */
    @Transactional(readOnly = true)
    public List<CalendarDay> of(Year year) {
        return rows.ofYear(year);
    }

    /** Up to which day arrangements are published. */
    @Transactional(readOnly = true)
    public LocalDate coveredUntil() {
        return rows.coveredUntil();
    }

    /** All changes, the newest first. */
    @Transactional(readOnly = true)
    public List<CalendarEntry> history() {
        return rows.history();
    }

    /** The office hours set for regions, by region code. */
    @Transactional(readOnly = true)
    public Map<String, OfficeHours> hours() {
        return calendars.fresh().hours();
    }

    private long changed(
            String kind, String what, String source, Map<String, ?> before, Map<String, ?> after, Actor by) {
        var version = rows.log(kind, what, source, before, after, by);
        events.publishEvent(new CalendarChanged(version));
        return version;
    }

    private static Map<String, String> inWords(List<CalendarDay> days) {
        var words = new java.util.TreeMap<String, String>();
        days.forEach(day -> words.put(day.day().toString(), day.name() + (day.isWork() ? "调休上班" : "放假")));
        return words;
    }
}

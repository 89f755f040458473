package io.wubu.lawclock;

import io.wubu.shared.ClockConfiguration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/** The sum of a due date in words: 9月28日起 + 7个工作日，跳过国庆节（10月1日—10月7日）→ 10月13日. */
public final class TermInWords {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("M月d日 HH:mm");

    private final Term term;
    private final Almanac almanac;
    private final Instant due;

    private TermInWords(Term term, Almanac almanac, Instant due) {
        this.term = term;
        this.almanac = almanac;
        this.due = due;
    }

    /** The sum that leads to a due date. */
    public static String of(Term term, Almanac almanac, Instant due) {
        return new TermInWords(term, almanac, due).text();
    }

    private String text() {
        var parts = new ArrayList<String>();
        parts.add(beginning());
        if (term.fixedOn() == null && term.limit().unit() == LimitUnit.WORKING_DAY) {
            parts.addAll(exceptions(false, "跳过"));
            parts.addAll(exceptions(true, "计入调休上班日"));
        }
        term.pauses()
                .forEach(pause -> parts.add(
                        "停表" + pause.days() + "日（" + DAY.format(pause.from()) + "—" + DAY.format(pause.until()) + "）"));
        var provisional = almanac.calendar().isProvisional(dateOf(due)) ? "（暂定：放假安排未公布）" : "";
        return String.join("，", parts) + " → " + end() + provisional;
    }

    private String beginning() {
        if (term.fixedOn() != null) {
            return "定为" + DAY.format(term.fixedOn());
        }
        var hours = term.limit().unit() == LimitUnit.HOUR || term.limit().unit() == LimitUnit.SAME_DAY_AT;
        var start = (hours ? MINUTE : DAY).format(term.start().atZone(ClockConfiguration.ZONE));
        return start + "起 + " + term.limit().chinese() + (term.limit().rolls() ? "（末日逢休息日顺延）" : "");
    }

    private String end() {
        return MINUTE.format(due.atZone(ClockConfiguration.ZONE));
    }

    /** The named days between start and end, those that follow each other together. */
    private List<String> exceptions(boolean work, String verb) {
        var texts = new ArrayList<String>();
        var together = new ArrayList<CalendarDay>();
        var last = dateOf(due);
        for (var day = dateOf(term.start()).plusDays(1); !day.isAfter(last.plusDays(1)); day = day.plusDays(1)) {
            var inside = !day.isAfter(last);
            var named = almanac.calendar().exception(day).filter(found -> inside && found.isWork() == work);
            if (named.isEmpty() && !together.isEmpty()) {
                texts.add(verb + span(together));
                together.clear();
            }
            named.ifPresent(together::add);
        }
        return texts;
    }

    private static String span(List<CalendarDay> days) {
        var first = days.get(0);
        var last = days.get(days.size() - 1);
        var text = DAY.format(first.day()) + (days.size() == 1 ? "" : "—" + DAY.format(last.day()));
        var names = days.stream().map(CalendarDay::name).distinct().toList();
        return first.isWork() ? text : String.join("、", names) + "（" + text + "）";
    }

    private static LocalDate dateOf(Instant instant) {
        return instant.atZone(ClockConfiguration.ZONE).toLocalDate();
    }
}

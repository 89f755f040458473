package io.wubu.lawclock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of the rule book, section 6, and the calendar against a naive count day by day. */
class WorkCalendarTest {

    private final WorkCalendar calendar = CalendarOfTheMigration.load();

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, 2, 2026-02-24",
        "2026-09-18, 2, 2026-09-21",
        "2026-09-30, 2, 2026-10-09",
        "2025-09-30, 2, 2025-10-10",
        "2025-01-24, 2, 2025-01-27",
        "2025-09-26, 2, 2025-09-29",
        "2024-02-08, 2, 2024-02-18",
        "2024-04-30, 2, 2024-05-07",
        "2024-09-30, 2, 2024-10-09",
        "2025-12-31, 2, 2026-01-05",
        "2026-10-08, 20, 2026-11-04",
        "2018-05-03, 20, 2018-05-31",
        "2018-08-01, 20, 2018-08-29",
        "2026-01-01, 30, 2026-02-12",
        "2018-02-23, 2, 2018-02-26",
        "2026-12-31, 2, 2027-01-05",
    })
    void workingDaysSkipHolidaysAndCountShiftedWeekends(LocalDate start, int amount, LocalDate due) {
        assertThat(calendar.plusWorkingDays(start, amount)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-18, 15, 2026-10-03, 2026-10-08",
        "2026-02-05, 15, 2026-02-20, 2026-02-24",
        "2025-09-18, 15, 2025-10-03, 2025-10-09",
    })
    void calendarDaysEndRawOrRolled(LocalDate start, int amount, LocalDate raw, LocalDate rolled) {
        assertThat(start.plusDays(amount)).isEqualTo(raw);
        assertThat(calendar.rollForward(raw)).isEqualTo(rolled);
    }

    /** Round end, M22 = end + 2wd, M23 = M22 + 2wd, M24 = 15 days after M22 raw and rolled. */
    @ParameterizedTest
    @CsvSource({
        "1, 2017-09-18, 2017-09-20, 2017-10-03, 2017-10-09",
        "2, 2017-09-30, 2017-10-10, 2017-10-15, 2017-10-16",
        "3, 2017-10-16, 2017-10-18, 2017-10-31, 2017-10-31",
        "4, 2017-10-30, 2017-11-01, 2017-11-14, 2017-11-14",
        "5, 2017-11-13, 2017-11-15, 2017-11-28, 2017-11-28",
        "6, 2017-11-27, 2017-11-29, 2017-12-12, 2017-12-12",
        "7, 2017-12-11, 2017-12-13, 2017-12-26, 2017-12-26",
        "8, 2017-12-25, 2017-12-27, 2018-01-09, 2018-01-09",
        "9, 2018-01-08, 2018-01-10, 2018-01-23, 2018-01-23",
        "10, 2018-01-22, 2018-01-24, 2018-02-06, 2018-02-06",
        "11, 2018-02-05, 2018-02-07, 2018-02-20, 2018-02-22",
        "12, 2018-02-23, 2018-02-26, 2018-03-10, 2018-03-12",
        "13, 2018-03-05, 2018-03-07, 2018-03-20, 2018-03-20",
        "14, 2018-03-19, 2018-03-21, 2018-04-03, 2018-04-03",
        "15, 2018-04-02, 2018-04-04, 2018-04-17, 2018-04-17",
    })
    void theFifteenRoundsReplay(int round, LocalDate m22, LocalDate m23, LocalDate m24, LocalDate rolled) {
        var end = LocalDate.of(2017, 9, 1).plusDays(14L * round - 1);
        assertThat(calendar.plusWorkingDays(end, 2)).isEqualTo(m22);
        assertThat(calendar.plusWorkingDays(m22, 2)).isEqualTo(m23);
        assertThat(m22.plusDays(15)).isEqualTo(m24);
        assertThat(calendar.rollForward(m24)).isEqualTo(rolled);
    }

    @ParameterizedTest
    @CsvSource({"2024, 251", "2025, 248", "2026, 248"})
    void aYearHasItsPublishedWorkingDays(int year, int days) {
        var last = LocalDate.of(year - 1, 12, 31);
        assertThat(calendar.workingDaysBetween(last, LocalDate.of(year, 12, 31)))
                .isEqualTo(days);
    }

    @Test
    void daysWithoutAnArrangementAreProvisional() {
        assertThat(calendar.isProvisional(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(calendar.isProvisional(LocalDate.of(2027, 1, 4))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 1))).isFalse();
    }

    @Test
    void forwardBackwardAndBetweenAgreeWithANaiveCount() {
        var random = new Random(20161126);
        for (var i = 0; i < 3_000; i++) {
            var start = LocalDate.of(2016, 1, 5).plusDays(random.nextInt(3_900));
            var amount = random.nextInt(60);
            var due = calendar.plusWorkingDays(start, amount);

            assertThat(naive(start, due)).isEqualTo(amount);
            assertThat(calendar.workingDaysBetween(start, due)).isEqualTo(amount);
            assertThat(calendar.workingDaysBetween(due, start)).isEqualTo(-amount);
            if (amount > 0) {
                assertThat(calendar.isWorkingDay(due)).isTrue();
                assertThat(calendar.plusWorkingDays(calendar.minusWorkingDays(due, amount), amount))
                        .isEqualTo(due);
            }
        }
    }

    private long naive(LocalDate start, LocalDate end) {
        return start.datesUntil(end)
                .map(day -> day.plusDays(1))
                .filter(calendar::isWorkingDay)
                .count();
    }
}

package io.wubu.lawclock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

/** Limits become instants: the office day ends a limit, hours run through the night. */
class LawClockTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final LawClock clock =
            new LawClock(CalendarOfTheMigration::almanac, Clock.fixed(at("2026-09-28T20:30"), CHINA));

    @Test
    void sevenWorkingDaysFromTheEndOfSeptemberSkipNationalDay() {
        assertThat(clock.due(at("2026-09-28T09:00"), Limit.workingDays(7))).isEqualTo(at("2026-10-13T18:00"));
    }

    @Test
    void calendarDaysAreNotRolledUnlessTheRuleSaysSo() {
        var start = at("2026-09-18T23:59");
        assertThat(clock.due(start, Limit.calendarDays(15))).isEqualTo(at("2026-10-03T18:00"));
        assertThat(clock.due(start, new Limit(15, LimitUnit.CALENDAR_DAY, true)))
                .isEqualTo(at("2026-10-08T18:00"));
    }

    @Test
    void hoursRunThroughTheNight() {
        assertThat(clock.due(at("2026-09-30T17:00"), new Limit(24, LimitUnit.HOUR, false)))
                .isEqualTo(at("2026-10-01T17:00"));
    }

    @Test
    void theSameDayEndsAtItsHourOrTheNextDayAfterIt() {
        var limit = new Limit(22, LimitUnit.SAME_DAY_AT, false);
        assertThat(clock.due(at("2026-09-28T09:00"), limit)).isEqualTo(at("2026-09-28T22:00"));
        assertThat(clock.due(at("2026-09-28T22:00"), limit)).isEqualTo(at("2026-09-29T22:00"));
    }

    @Test
    void aDueDateInAYearWithoutArrangementIsProvisional() {
        assertThat(clock.isProvisional(clock.due(at("2026-12-31T09:00"), Limit.workingDays(2))))
                .isTrue();
        assertThat(clock.isProvisional(clock.due(at("2026-12-29T09:00"), Limit.workingDays(2))))
                .isFalse();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHINA).toInstant();
    }
}

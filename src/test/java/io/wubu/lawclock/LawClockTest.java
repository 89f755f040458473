package io.wubu.lawclock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Limits become instants: the office day ends a limit, hours run through the night. */
class LawClockTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final String HANDAN = "130403";
    private static final String JINCHENG = "140525";

    private final LawClock clock = clock(CalendarOfTheMigration.almanac());

    /** Offices of 山西 close at 17:30, those of 太原 at 17:00, of all others at 18:00. */
    private final LawClock places = clock(new Almanac(
            1,
            CalendarOfTheMigration.almanac().calendar(),
            Map.of(
                    "000000", hours("18:00"),
                    "140000", hours("17:30"),
                    "140100", hours("17:00"))));

    @Test
    void sevenWorkingDaysFromTheEndOfSeptemberSkipNationalDay() {
        assertThat(clock.due(at("2026-09-28T09:00"), Limit.workingDays(7), HANDAN))
                .isEqualTo(at("2026-10-13T18:00"));
    }

    @Test
    void calendarDaysAreNotRolledUnlessTheRuleSaysSo() {
        var start = at("2026-09-18T23:59");
        assertThat(clock.due(start, Limit.calendarDays(15), HANDAN)).isEqualTo(at("2026-10-03T18:00"));
        assertThat(clock.due(start, new Limit(15, LimitUnit.CALENDAR_DAY, true), HANDAN))
                .isEqualTo(at("2026-10-08T18:00"));
    }

    @Test
    void hoursRunThroughTheNight() {
        assertThat(clock.due(at("2026-09-30T17:00"), new Limit(24, LimitUnit.HOUR, false), HANDAN))
                .isEqualTo(at("2026-10-01T17:00"));
    }

    @Test
    void theSameDayEndsAtItsHourOrTheNextDayAfterIt() {
        var limit = new Limit(22, LimitUnit.SAME_DAY_AT, false);
        assertThat(clock.due(at("2026-09-28T09:00"), limit, HANDAN)).isEqualTo(at("2026-09-28T22:00"));
        assertThat(clock.due(at("2026-09-28T22:00"), limit, HANDAN)).isEqualTo(at("2026-09-29T22:00"));
    }

    @Test
    void aDueDateInAYearWithoutArrangementIsProvisional() {
        assertThat(clock.isProvisional(clock.due(at("2026-12-31T09:00"), Limit.workingDays(2), HANDAN)))
                .isTrue();
        assertThat(clock.isProvisional(clock.due(at("2026-12-29T09:00"), Limit.workingDays(2), HANDAN)))
                .isFalse();
    }

    @Test
    void anOfficeDayEndsWhenTheOfficesOfThePlaceClose() {
        var day = LocalDate.parse("2026-09-28");
        assertThat(places.endOfOffice(day, HANDAN)).isEqualTo(at("2026-09-28T18:00"));
        assertThat(places.endOfOffice(day, JINCHENG)).isEqualTo(at("2026-09-28T17:30"));
        assertThat(places.endOfOffice(day, "140105")).isEqualTo(at("2026-09-28T17:00"));
        assertThat(places.endOfOffice(day, "140000")).isEqualTo(at("2026-09-28T17:30"));
        assertThat(places.endOfOffice(day, "000000")).isEqualTo(at("2026-09-28T18:00"));
    }

    @Test
    void aLimitEndsWhenTheOfficesOfThePlaceClose() {
        var start = at("2026-09-28T09:00");
        assertThat(places.due(start, Limit.workingDays(7), JINCHENG)).isEqualTo(at("2026-10-13T17:30"));
        assertThat(places.due(start, Limit.calendarDays(15), "140100")).isEqualTo(at("2026-10-13T17:00"));
        assertThat(places.due(start, Limit.workingDays(7), HANDAN)).isEqualTo(at("2026-10-13T18:00"));
    }

    @Test
    void aDayBeforeTheDueDayIsADayBeforeItInEveryPlace() {
        for (var place : List.of(HANDAN, JINCHENG, "140105")) {
            var due = places.due(at("2026-09-28T09:00"), Limit.workingDays(7), place);
            var before = places.workingDaysBefore(due, 1, place);
            assertThat(places.dateOf(before)).as(place).isEqualTo(LocalDate.parse("2026-10-12"));
            assertThat(places.onDuty(before, place)).as(place).isEqualTo(before);
        }
    }

    private static LawClock clock(Almanac almanac) {
        return new LawClock(() -> almanac, Clock.fixed(at("2026-09-28T20:30"), CHINA));
    }

    private static OfficeHours hours(String closes) {
        return new OfficeHours(LocalTime.of(9, 0), LocalTime.parse(closes));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHINA).toInstant();
    }
}

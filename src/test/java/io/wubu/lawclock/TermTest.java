package io.wubu.lawclock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Pauses, office hours and the sum in words. */
class TermTest {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final String ANY = "130403";

    private final Almanac almanac = CalendarOfTheMigration.almanac();
    private final LawClock clock = new LawClock(() -> almanac, Clock.fixed(at("2026-09-28T09:00"), CHINA));

    @Test
    void theSumSaysWhatWasSkipped() {
        var term = Term.of(at("2025-09-28T09:00"), Limit.workingDays(7), ANY);
        var due = clock.due(term, almanac);
        assertThat(TermInWords.of(term, almanac, due))
                .isEqualTo("9月28日起 + 7个工作日，跳过国庆节、中秋（10月1日—10月8日），计入调休上班日10月11日 → 10月14日 18:00");
    }

    @Test
    void daysOfAPauseAreNotCounted() {
        var limit = Limit.workingDays(5);
        var start = at("2026-11-24T09:00");
        assertThat(due(start, limit, pause("2026-11-25", "2026-11-25"))).isEqualTo(at("2026-12-01T18:00"));
        assertThat(due(start, limit, pause("2026-11-25", "2026-11-26"))).isEqualTo(at("2026-12-02T18:00"));
        assertThat(due(start, limit, pause("2026-11-27", "2026-11-29"))).isEqualTo(at("2026-12-01T18:00"));
        assertThat(due(start, Limit.calendarDays(5), pause("2026-11-25", "2026-11-28")))
                .isEqualTo(at("2026-12-02T18:00"));
    }

    /** Any pause, counted day by day. */
    @Test
    void aPauseNeverChangesHowManyWorkingDaysAreLeft() {
        var random = new Random(42);
        for (var i = 0; i < 2_000; i++) {
            var start = LocalDate.of(2016, 1, 5).plusDays(random.nextInt(3_600));
            var amount = 1 + random.nextInt(40);
            var from = start.plusDays(random.nextInt(amount));
            var until = from.plusDays(random.nextInt(60));
            var pause = new Pause(from, until);
            var due = almanac.calendar().plusWorkingDays(start, amount, List.of(pause));

            assertThat(start.datesUntil(due)
                            .map(day -> day.plusDays(1))
                            .filter(day -> almanac.calendar().isWorkingDay(day) && !pause.covers(day))
                            .count())
                    .isEqualTo(amount);
        }
    }

    @Test
    void anExtendedDayIsThatDayAndLaterPausesPushIt() {
        var day = LocalDate.of(2026, 12, 10);
        var term = new Term(at("2026-11-24T09:00"), Limit.workingDays(5), ANY, List.of(), day);
        assertThat(clock.due(term, almanac)).isEqualTo(at("2026-12-10T18:00"));
        var paused = new Term(term.start(), term.limit(), ANY, List.of(pause("2026-12-01", "2026-12-03")), day);
        assertThat(clock.due(paused, almanac)).isEqualTo(at("2026-12-12T18:00"));
    }

    @Test
    void nothingHappensOnADayOff() {
        assertThat(almanac.onDuty(at("2026-10-03T18:00"), ANY)).isEqualTo(at("2026-10-08T09:00"));
        assertThat(almanac.onDuty(at("2026-09-30T18:00"), ANY)).isEqualTo(at("2026-09-30T18:00"));
        assertThat(almanac.onDuty(at("2026-09-30T18:01"), ANY)).isEqualTo(at("2026-10-08T09:00"));
        assertThat(almanac.onDuty(at("2026-09-30T06:00"), ANY)).isEqualTo(at("2026-09-30T09:00"));
        assertThat(almanac.lastOnDuty(at("2026-10-03T12:00"), ANY)).isEqualTo(at("2026-09-30T18:00"));
        assertThat(almanac.onDuty(at("2026-10-10T10:00"), ANY)).isEqualTo(at("2026-10-10T10:00"));
    }

    @Test
    void workingHoursLeaveOutNightsAndHolidays() {
        assertThat(almanac.workingTime(at("2026-09-30T16:00"), at("2026-10-08T11:00"), ANY))
                .isEqualTo(Duration.ofHours(4));
        assertThat(almanac.plusWorkingTime(at("2026-09-30T16:00"), Duration.ofHours(4), ANY))
                .isEqualTo(at("2026-10-08T11:00"));
        assertThat(almanac.workingTime(at("2026-10-08T11:00"), at("2026-09-30T16:00"), ANY))
                .isZero();
    }

    @Test
    void theNearestRegionAboveSaysWhenOfficesWork() {
        var own = new OfficeHours(LocalTime.of(8, 30), LocalTime.of(17, 30));
        var country = new OfficeHours(LocalTime.of(9, 0), LocalTime.of(18, 0));
        var regional = new Almanac(1, almanac.calendar(), Map.of("000000", country, "130400", own));
        assertThat(regional.hoursOf("130403")).isEqualTo(own);
        assertThat(regional.hoursOf("130100")).isEqualTo(country);
        assertThat(regional.hoursOf("000000")).isEqualTo(country);
    }

    private Instant due(Instant start, Limit limit, Pause pause) {
        return clock.due(new Term(start, limit, ANY, List.of(pause), null), almanac);
    }

    private static Pause pause(String from, String until) {
        return new Pause(LocalDate.parse(from), LocalDate.parse(until));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(CHINA).toInstant();
    }
}

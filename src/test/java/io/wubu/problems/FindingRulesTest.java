package io.wubu.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.problems.FindingRules.Broken;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rules of a finding, at their edges. */
class FindingRulesTest {

    private static final Duration HOURS = Duration.ofHours(24);
    private static final String FAR = "“a.jpg”的拍摄时间与发现时间相差超过 24 小时";

    private final FindingRules rules = new FindingRules(LocalDate.of(2016, 9, 1), at("2026-11-29T23:30"));

    @Test
    void todayIsTheLastDayOfAFindingAndTheFirstIsAYearBeforeTheCampaign() {
        assertThat(rules.day(day("2026-11-29"))).isNull();
        assertThat(rules.day(day("2026-11-30"))).isEqualTo(new Broken("date.future", "不能晚于今天"));
        assertThat(rules.day(day("2016-09-01"))).isNull();
        assertThat(rules.day(day("2016-08-31"))).isEqualTo(new Broken("date.early", "不能早于 2016-09-01，请核对年份"));
        assertThat(rules.day(day("1018-11-29"))).isEqualTo(new Broken("date.early", "不能早于 2016-09-01，请核对年份"));
        assertThat(rules.day(LocalDate.MAX)).isEqualTo(new Broken("date.future", "不能晚于今天"));
    }

    @Test
    void theDayIsTheOneOfChinaAndTheMomentIsNow() {
        var early = new FindingRules(LocalDate.of(2016, 9, 1), at("2026-11-29T00:00"));
        assertThat(early.day(day("2026-11-29"))).isNull();
        assertThat(rules.moment(at("2026-11-29T23:30"))).isNull();
        assertThat(rules.moment(at("2026-11-29T23:30").plusMillis(1))).isEqualTo(new Broken("date.future", "不能晚于现在"));
        assertThat(rules.moment(at("2016-09-01T00:00"))).isNull();
        assertThat(rules.moment(at("2016-08-31T23:59"))).isEqualTo(new Broken("date.early", "不能早于 2016-09-01，请核对年份"));
    }

    @Test
    void aPhotoOfAMomentIsTakenWithinTwentyFourHoursToTheSecond() {
        var found = at("2026-11-28T15:00");
        assertThat(rules.photo("a.jpg", at("2026-11-27T15:00"), found, HOURS)).isNull();
        assertThat(words(rules.photo("a.jpg", at("2026-11-27T15:00").minusSeconds(1), found, HOURS)))
                .isEqualTo(FAR);
        assertThat(rules.photo("a.jpg", at("2026-11-29T15:00"), found, HOURS)).isNull();
        assertThat(words(rules.photo("a.jpg", at("2026-11-29T15:00").plusSeconds(1), found, HOURS)))
                .isEqualTo(FAR);
        assertThat(words(rules.photo("a.jpg", at("2026-11-27T00:30"), found, HOURS)))
                .isEqualTo(FAR);
    }

    @Test
    void aPhotoOfADayIsTakenWithinTwentyFourHoursOfAMomentOfIt() {
        var day = day("2026-11-28");
        assertThat(rules.photo("a.jpg", at("2026-11-27T00:00"), day, HOURS)).isNull();
        assertThat(words(rules.photo("a.jpg", at("2026-11-26T23:59"), day, HOURS)))
                .isEqualTo(FAR);
        assertThat(rules.photo("a.jpg", at("2026-11-30T00:00"), day, HOURS)).isNull();
        assertThat(words(rules.photo("a.jpg", at("2026-11-30T00:01"), day, HOURS)))
                .isEqualTo(FAR);
    }

    @Test
    void ofTodayOnlyTheMomentsThatHaveComeCount() {
        var today = day("2026-11-29");
        assertThat(rules.photo("a.jpg", at("2026-11-30T23:30"), today, HOURS)).isNull();
        assertThat(words(rules.photo("a.jpg", at("2026-11-30T23:31"), today, HOURS)))
                .isEqualTo(FAR);
    }

    @Test
    void aPlaceLiesInTheBoxAroundTheCountryItsEdgesIncluded() {
        for (var lon : new String[] {"73", "114.49", "136.000000"}) {
            assertThat(rules.lon(new BigDecimal(lon))).as(lon).isNull();
        }
        for (var lon : new String[] {"72.999999", "136.000001", "0", "-114.49", "1e9"}) {
            assertThat(rules.lon(new BigDecimal(lon))).as(lon).isEqualTo(new Broken("range", "应在 73—136 之间"));
        }
        assertThat(rules.lat(new BigDecimal("3"))).isNull();
        assertThat(rules.lat(new BigDecimal("54.1"))).isEqualTo(new Broken("range", "应在 3—54 之间"));
    }

    @Test
    void aCodeHasItsCheckSign() {
        assertThat(rules.uscc("91350100M000100Y43")).isNull();
        assertThat(words(rules.uscc("91350100M000100Y44"))).isEqualTo("不是有效的 18 位代码（校验码不符）");
        assertThat(words(rules.uscc(""))).isEqualTo("不是有效的 18 位代码（校验码不符）");
    }

    private static @Nullable String words(@Nullable Broken broken) {
        return broken == null ? null : broken.words();
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Shanghai")).toInstant();
    }
}

package io.wubu.desk.drill;

import io.wubu.desk.web.Bounds;
import io.wubu.desk.web.Moments;
import io.wubu.drill.DrillClock;
import io.wubu.drill.OnDrill;
import io.wubu.lawclock.LawClock;
import io.wubu.shared.ClockConfiguration;
import io.wubu.shared.RuleBroken;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the administrator wants the drill's clock to go: only forward, and not farther than two years at once. */
@OnDrill
@Component
class DrillTarget {

    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
    private static final Period FARTHEST = Period.ofYears(2);

    private final DrillClock clock;
    private final LawClock law;

    DrillTarget(DrillClock clock, LawClock law) {
        this.clock = clock;
        this.law = law;
    }

    /** One of three ways to say it. */
    record Wish(@Nullable String advance, @Nullable String to, @Nullable BigDecimal workingDays) {}

    Instant of(Wish wish) {
        if (Stream.of(wish.advance(), wish.to(), wish.workingDays())
                        .filter(Objects::nonNull)
                        .count()
                != 1) {
            throw new RuleBroken("advance", "one", "“前进时长”（advance）、“目标时刻”（to）、“工作日数”（workingDays）：须填一项，且只填一项");
        }
        var now = clock.instant().atZone(ClockConfiguration.ZONE);
        if (wish.advance() != null) {
            return checked("advance", "前进时长", now, after(now, wish.advance()));
        }
        return wish.workingDays() != null
                ? workingDays(now, Bounds.whole("workingDays", "工作日数", wish.workingDays(), 1, 300))
                : to(now, String.valueOf(wish.to()));
    }

    private Instant workingDays(ZonedDateTime now, int days) {
        var day = law.calendar().plusWorkingDays(now.toLocalDate(), days);
        return now.with(day).toInstant();
    }

    private static Instant to(ZonedDateTime now, String text) {
        var moment = Moments.read(text.strip());
        if (moment == null) {
            throw new RuleBroken("to", "format", "“目标时刻”：应为日期或时刻，如 2026-10-09T09:00+08:00");
        }
        return checked("to", "目标时刻", now, moment.atZone(ClockConfiguration.ZONE));
    }

    private static ZonedDateTime after(ZonedDateTime now, String text) {
        try {
            return now.plus(text.contains("T") ? Duration.parse(text) : Period.parse(text));
        } catch (DateTimeException | ArithmeticException e) {
            throw new RuleBroken("advance", "format", "“前进时长”：应为 ISO 8601 时长，如 P3D（3 天）、PT4H（4 小时）");
        }
    }

    private static Instant checked(String field, String label, ZonedDateTime now, ZonedDateTime to) {
        if (!to.isAfter(now)) {
            throw new RuleBroken(
                    field,
                    "backwards",
                    "“" + label + "”：演练的时钟只能向前，现在是 " + WHEN.format(now) + "，不能回到 " + WHEN.format(to));
        }
        if (to.isAfter(now.plus(FARTHEST))) {
            throw new RuleBroken(field, "far", "“" + label + "”：一次最多前进两年");
        }
        return to.toInstant();
    }
}

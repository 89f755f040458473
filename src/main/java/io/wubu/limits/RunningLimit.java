package io.wubu.limits;

import io.wubu.lawclock.Limit;
import io.wubu.lawclock.LimitUnit;
import io.wubu.lawclock.Pause;
import io.wubu.lawclock.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit that runs, or stands still.
 *
 * @param fixedOn the day it was set or extended to
 * @param pauses the ended pauses that count for {@code dueAt}
 * @param pausedAt since when it stands still; null while it runs
 * @param provisional no holiday arrangement is published for its end yet (暂定)
 * @param calendarVersion the calendar it was reckoned with
 */
public record RunningLimit(
        long id,
        LimitKey key,
        String region,
        Instant startAt,
        Limit limit,
        @Nullable LocalDate fixedOn,
        List<Pause> pauses,
        @Nullable Instant pausedAt,
        String source,
        Instant dueAt,
        Instant originalDueAt,
        boolean provisional,
        long calendarVersion) {

    /** What the due date is reckoned from. */
    public Term term() {
        return new Term(startAt, limit, region, pauses, fixedOn);
    }

    /** Whether it was extended. */
    public boolean isExtended() {
        return fixedOn != null && limit.unit() != LimitUnit.DATE;
    }

    RunningLimit due(Instant due, boolean isProvisional, long version) {
        return new RunningLimit(
                id,
                key,
                region,
                startAt,
                limit,
                fixedOn,
                pauses,
                pausedAt,
                source,
                due,
                originalDueAt,
                isProvisional,
                version);
    }
}

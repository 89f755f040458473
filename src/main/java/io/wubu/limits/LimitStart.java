package io.wubu.limits;

import io.wubu.lawclock.Limit;
import io.wubu.lawclock.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a limit begins.
 *
 * @param region whose office hours end it
 * @param fixedOn the day it ends, if somebody set a day instead of a length
 * @param source the rule it follows, or who set it
 */
public record LimitStart(Instant at, Limit limit, String region, @Nullable LocalDate fixedOn, String source) {

    /** A limit of a length. */
    public static LimitStart counted(Instant at, Limit limit, String region, String source) {
        return new LimitStart(at, limit, region, null, source);
    }

    /** A day somebody set. */
    public static LimitStart until(Instant at, LocalDate day, String region, String source) {
        return new LimitStart(at, Limit.date(), region, day, source);
    }

    /** What the due date is reckoned from. */
    public Term term() {
        return new Term(at, limit, region, List.of(), fixedOn);
    }
}

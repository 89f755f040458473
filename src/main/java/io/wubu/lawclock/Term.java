package io.wubu.lawclock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything a due date is reckoned from.
 *
 * @param start when the limit began; this day is not counted
 * @param region whose office hours end it
 * @param pauses when it stood still
 * @param fixedOn the day it was set or extended to; then only the pauses since are in {@code pauses}
 */
public record Term(Instant start, Limit limit, String region, List<Pause> pauses, @Nullable LocalDate fixedOn) {

    /** A limit that starts then and has not stood still. */
    public static Term of(Instant start, Limit limit, String region) {
        return new Term(start, limit, region, List.of(), null);
    }

    /** How many days it stood still. */
    public int pausedDays() {
        return pauses.stream().mapToInt(Pause::days).sum();
    }
}

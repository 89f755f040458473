package io.wubu.limits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the recalculation after a calendar change has come.
 *
 * @param total limits to reckon when it began
 * @param moved how many got another date
 */
public record Recalculation(
        long calendarVersion, Instant startedAt, @Nullable Instant finishedAt, int total, int done, int moved) {}

package io.wubu.limits;

import java.time.Instant;

/** One line of a recalculation's report: a limit that got another date. */
public record RecalculatedLimit(String subject, String step, Instant before, Instant after) {}

package io.wubu.audit;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log.
 *
 * @param sequence null until it is chained
 * @param utcOffset the offset the time is shown in
 * @param post {@code ROLE@region}
 */
public record AuditRow(
        long id,
        @Nullable Long sequence,
        Instant at,
        String utcOffset,
        @Nullable String account,
        @Nullable String post,
        @Nullable String source,
        String kind,
        @Nullable String object,
        String result,
        @Nullable String reason,
        @Nullable String trace,
        String node,
        @Nullable String hashKey,
        byte @Nullable [] hash) {}

package io.wubu.insight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger as it is kept.
 *
 * @param open its date still runs
 * @param overdue open and past its date
 */
public record ProblemLine(
        String number,
        @Nullable String round,
        String source,
        String regionCode,
        String regionName,
        @Nullable String place,
        String siteName,
        @Nullable String uscc,
        String problemType,
        String description,
        LocalDate foundOn,
        @Nullable String severity,
        String state,
        @Nullable Instant assignedAt,
        @Nullable Instant dueAt,
        boolean provisional,
        boolean open,
        boolean overdue,
        @Nullable String leadUnit,
        List<String> flags) {}

package io.wubu.problems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A problem as the ledger shows it: the digest of its case record. */
public record Problem(
        String number,
        String campaign,
        @Nullable String roundCode,
        String source,
        String regionCode,
        String cityCode,
        @Nullable String place,
        long siteId,
        String siteName,
        @Nullable String uscc,
        String problemType,
        String description,
        LocalDate foundOn,
        String reportedBy,
        @Nullable String team,
        @Nullable String severity,
        State state,
        @Nullable Instant assignedAt,
        @Nullable Instant dueAt,
        @Nullable Integer limitAmount,
        @Nullable String limitUnit,
        boolean provisional,
        @Nullable String timeClass,
        @Nullable String leadUnit,
        @Nullable String responsibleLeader,
        @Nullable String responsiblePerson,
        List<String> flags,
        @Nullable Instant closedAt,
        @Nullable String recordNo,
        @Nullable String handling) {

    /** 逾期: the rectification, or the task that holds the problem now, has passed its limit; reckoned, never set. */
    public static final String OVERDUE = "OVERDUE";

    /** Whether a flag such as LISTED or OVERDUE holds. */
    public boolean has(String flag) {
        return flags.contains(flag);
    }
}

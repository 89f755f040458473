package io.wubu.desk.problems;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger in lists.
 *
 * @param overdue the rectification or the task that holds it is past its limit; the flag OVERDUE says the same
 * @param daysLeft working days left while open, negative when past; null while the rectification clock stands
 * @param colour of the deadline: red, yellow, green; none when nothing runs
 */
record ProblemItem(
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
        @Nullable String severityName,
        String state,
        String stateName,
        int stage,
        @Nullable Instant assignedAt,
        @Nullable Instant dueAt,
        boolean provisional,
        boolean overdue,
        @Nullable Integer daysLeft,
        String colour,
        @Nullable String leadUnit,
        List<String> flags) {}

package io.wubu.interviews;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An interview as its table shows it: the digest of its case record.
 *
 * @param reasons codes of the reasons for it
 * @param rescheduled put off once because the principal was absent
 * @param demand what joined problems have to do until {@code demandDue}; in force from {@code demandedAt}
 */
public record Interview(
        String number,
        String regionCode,
        String cityCode,
        InterviewState state,
        @Nullable String level,
        @Nullable String openness,
        List<String> reasons,
        @Nullable Instant meetingAt,
        boolean rescheduled,
        @Nullable LocalDate heldOn,
        @Nullable String demand,
        @Nullable LocalDate demandDue,
        @Nullable Instant demandedAt) {

    /** The reason that makes an interview mandatory and public. */
    public static final String TARGET_MISSED = "TARGET_MISSED";

    /** Whether the interview must be held, with the principal and in public. */
    public boolean isMandatory() {
        return reasons.contains(TARGET_MISSED);
    }

    /** What a problem that joins now is told at once. */
    public @Nullable Demand inForce() {
        return demandedAt == null || demand == null || demandDue == null ? null : new Demand(demand, demandDue);
    }
}

package io.wubu.inspections;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A special supervision as its table shows it: the digest of its case record.
 *
 * @param score the nomination's score
 * @param demand what joined problems have to do until {@code demandDue}; in force from {@code demandedAt}
 */
public record Inspection(
        String number,
        String cityCode,
        InspectionState state,
        @Nullable BigDecimal score,
        @Nullable LocalDate feedbackOn,
        @Nullable String demand,
        @Nullable LocalDate demandDue,
        @Nullable Instant demandedAt) {

    /** The demand as it is written; null before the feedback. */
    public @Nullable Demand written() {
        return demand == null || demandDue == null ? null : new Demand(demand, demandDue);
    }

    /** What a problem that joins now is told at once. */
    public @Nullable Demand inForce() {
        return demandedAt == null ? null : written();
    }
}

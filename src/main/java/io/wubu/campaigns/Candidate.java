package io.wubu.campaigns;

import org.jspecify.annotations.Nullable;

/**
 * A point that may be drawn for a round.
 *
 * @param flagged to be drawn even if it was inspected lately
 * @param lastRound the round it was last inspected in, as far as the ledger knows
 */
public record Candidate(
        String regionCode, String cityCode, String name, PointKind kind, boolean flagged, @Nullable String lastRound) {}

package io.wubu.audit.chain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a walk along the whole chain has found.
 *
 * @param rows chained rows that are right
 * @param waiting rows not yet chained
 * @param seals seals that were compared
 * @param firstBad sequence of the first row that is wrong; null if none is
 * @param fault what is wrong with it, in the auditor's language
 * @param warnings what is strange but proves no change: unreadable lines of seal files
 */
public record Verdict(
        boolean intact,
        long rows,
        long waiting,
        int seals,
        @Nullable Long firstBad,
        @Nullable String fault,
        List<String> warnings) {}

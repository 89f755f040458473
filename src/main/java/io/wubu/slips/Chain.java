package io.wubu.slips;

import org.jspecify.annotations.Nullable;

/** A running supervision of a problem: why its next slip is asked for, and with what words. */
public record Chain(
        long id,
        String problemNumber,
        Trigger trigger,
        @Nullable Colour requested,
        String facts,
        String requirement,
        String requestedBy) {}

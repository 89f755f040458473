package io.wubu.closure;

import org.jspecify.annotations.Nullable;

/**
 * The result of the acceptance on the spot: 四不放过, one answer each. The database refuses a pass with one of them
 * missing.
 */
public record Acceptance(
        boolean passed,
        boolean factsClear,
        boolean rectified,
        boolean dutyFixed,
        boolean publicSatisfied,
        @Nullable Double score) {}

package io.wubu.campaigns;

import org.jspecify.annotations.Nullable;

/**
 * A drawn point and what was found there.
 *
 * @param no its place in the city's draw, from 1
 * @param result NO_PROBLEM, PROBLEM or REFUSED; null until it is checked
 * @param problemNumber the problem registered there
 */
public record Point(
        String roundCode,
        String cityCode,
        String regionCode,
        String name,
        PointKind kind,
        int no,
        @Nullable String result,
        @Nullable String problemNumber) {}

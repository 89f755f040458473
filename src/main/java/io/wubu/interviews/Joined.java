package io.wubu.interviews;

import org.jspecify.annotations.Nullable;

/**
 * The region's interview that a problem joined.
 *
 * @param opened nobody else had opened it; its process is to be started
 * @param demand what it demands, if it has demanded already
 */
public record Joined(String number, boolean opened, @Nullable Demand demand) {}

package io.wubu.inspections;

import org.jspecify.annotations.Nullable;

/**
 * The city's special supervision that a problem joined or a nomination went to.
 *
 * @param opened nobody else had opened it; its process is to be started
 * @param demand what it demands, if it has demanded already
 */
public record Joined(String number, boolean opened, @Nullable Demand demand) {}

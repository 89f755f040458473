package io.wubu.flow.drill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A timer that waits.
 *
 * @param number the case
 * @param step what it belongs to, as the model names it
 */
public record Due(Instant at, @Nullable String number, String step) {}

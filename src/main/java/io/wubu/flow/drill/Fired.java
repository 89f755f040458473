package io.wubu.flow.drill;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job that ran while the clock was moved.
 *
 * @param at the drill's time at which it ran
 * @param number the case
 * @param step what it belongs to, as the model names it
 * @param done whether it went well
 * @param outcome the same in words, for a failure with what becomes of the job
 */
public record Fired(Instant at, @Nullable String number, String step, boolean done, String outcome) {}

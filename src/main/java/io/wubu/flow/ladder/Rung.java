package io.wubu.flow.ladder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One step of a ladder.
 *
 * @param at when it happened, or will if nobody acts
 * @param what what happens, as the model labels it
 * @param to whom it reaches, in Chinese
 * @param rule where it is laid down; empty for a date somebody set
 * @param workingHours office hours until then, 0 if it comes with the next opening; null once its moment has come
 */
public record Rung(
        Instant at, Kind kind, String what, @Nullable String to, String rule, @Nullable Double workingHours) {

    /** Whether a rung lies behind or ahead. */
    public enum Kind {
        /** Has happened. */
        DONE,
        /** A timer waits for it. */
        NEXT,
        /** Follows when nobody acts on what comes before it. */
        LATER,
        /** Its timer stands still (停表). */
        STOPPED
    }

    Rung in(double hours) {
        return new Rung(at, kind, what, to, rule, hours);
    }
}

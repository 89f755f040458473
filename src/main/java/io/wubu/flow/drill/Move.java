package io.wubu.flow.drill;

import java.time.Instant;
import java.util.List;

/**
 * The clock's last move, running or over.
 *
 * @param at where the clock stands, or stood at the end
 * @param fired what has run so far, in order
 */
public record Move(Instant from, Instant to, Instant at, boolean running, List<Fired> fired) {}

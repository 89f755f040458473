package io.wubu.flow.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How far one move of the clock has got; written by the mover, read by whoever asks. */
class Progress {

    private final Instant from;
    private final Instant to;
    private final List<Fired> fired = new ArrayList<>();
    private Instant at;
    private boolean running = true;

    Progress(Instant from, Instant to) {
        this.from = from;
        this.to = to;
        at = from;
    }

    Instant to() {
        return to;
    }

    synchronized void reached(Instant instant) {
        at = instant;
    }

    synchronized void fired(Fired job) {
        fired.add(job);
    }

    synchronized void over() {
        running = false;
    }

    synchronized Move look() {
        return new Move(from, to, at, running, List.copyOf(fired));
    }
}

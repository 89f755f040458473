package io.wubu.shared;

import java.time.Duration;

/** So many ask at once that this one isn't even begun; nothing was done, and he may come again a little later. */
public class Busy extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration again;

    public Busy(String message, Duration again) {
        super(message);
        this.again = again;
    }

    /** What {@code Retry-After} says. */
    public String retryAfter() {
        return String.valueOf(Math.max(1, again.toSeconds()));
    }
}

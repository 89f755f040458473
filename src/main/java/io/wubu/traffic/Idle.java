package io.wubu.traffic;

import java.util.concurrent.atomic.AtomicInteger;

/** Threads that merely wait in a line of ours. They use nothing others need, so another stranger may be served for each. */
public final class Idle {

    private static final AtomicInteger NOW = new AtomicInteger();

    private Idle() {}

    /** This thread begins to wait; whoever calls that calls {@link #end} too. */
    public static void begin() {
        NOW.incrementAndGet();
    }

    /** It goes on. */
    public static void end() {
        NOW.decrementAndGet();
    }

    static int now() {
        return NOW.get();
    }
}

package io.wubu.shared;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** How often something happened in the last minute, by the machine's clock; one second more or less. */
public final class Lately {

    private static final int SECONDS = 60;

    private final long[] counts = new long[SECONDS];
    private final LongSupplier seconds;
    private long second;

    /** Nothing has happened yet. */
    public Lately() {
        this(() -> TimeUnit.NANOSECONDS.toSeconds(System.nanoTime()));
    }

    Lately(LongSupplier seconds) {
        this.seconds = seconds;
        this.second = seconds.getAsLong();
    }

    /** It has happened. */
    public synchronized void happened() {
        move();
        counts[place(second)]++;
    }

    /** Times in the last minute. */
    public synchronized long times() {
        move();
        var sum = 0L;
        for (var count : counts) {
            sum += count;
        }
        return sum;
    }

    private void move() {
        var now = seconds.getAsLong();
        for (var passed = Math.max(second + 1, now - SECONDS + 1); passed <= now; passed++) {
            counts[place(passed)] = 0;
        }
        second = now;
    }

    private static int place(long second) {
        return (int) Math.floorMod(second, SECONDS);
    }
}

package io.wubu.access.guessing;

import io.wubu.shared.Busy;
import io.wubu.traffic.Idle;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A line before a few places. Who finds it full, or has waited too long, is told to come again; so no thread piles up. Known
 * people go before strangers, and strangers never take the last quarter of it. Of one key only one is in at a time.
 */
public final class Line {

    static final String FULL = "登录的人太多，请稍后再试";

    private static final int SHARES = 4;

    private final int places;
    private final int longest;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Set<String> in = new HashSet<>();
    private int taken;
    private int waiting;
    private int knownWaiting;

    public Line(int places, int longest, Duration patience) {
        this.places = places;
        this.longest = longest;
        this.patience = patience;
    }

    /** Does some work in a place of its own; {@link Busy} if there is none in time. */
    public <T> T in(String key, boolean known, Supplier<T> work) {
        enter(key, known);
        try {
            return work.get();
        } finally {
            leave(key);
        }
    }

    /** How many wait now. */
    int waiting() {
        lock.lock();
        try {
            return waiting;
        } finally {
            lock.unlock();
        }
    }

    private void enter(String key, boolean known) {
        lock.lock();
        try {
            if (mayGo(key, known) || hasWaited(key, known)) {
                in.add(key);
                taken++;
            } else {
                throw new Busy(FULL, patience);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean hasWaited(String key, boolean known) {
        if (waiting >= longest - (known ? 0 : longest / SHARES)) {
            return false;
        }
        waiting++;
        knownWaiting += known ? 1 : 0;
        Idle.begin();
        try {
            var left = patience.toNanos();
            while (!mayGoNow(key, known)) {
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            Idle.end();
            waiting--;
            knownWaiting -= known ? 1 : 0;
            moved.signalAll();
        }
    }

    /** Nobody passes those who wait already, unless he is known and they are not. */
    private boolean mayGo(String key, boolean known) {
        return (known ? knownWaiting : waiting) == 0 && mayGoNow(key, known);
    }

    private boolean mayGoNow(String key, boolean known) {
        var kept = known ? 0 : places / SHARES + knownWaiting;
        return places - taken > kept && !in.contains(key);
    }

    private void leave(String key) {
        lock.lock();
        try {
            in.remove(key);
            taken--;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }
}

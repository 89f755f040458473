package io.wubu.database;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** So many of one account at once; one more waits a little, and a line that is too long is not joined. */
final class Crowd {

    /** Waiting ones for each that is in. */
    private static final int LINE = 4;

    private final int most;
    private final Duration wait;
    private final ConcurrentMap<String, Places> accounts = new ConcurrentHashMap<>();

    Crowd(int most, Duration wait) {
        this.most = most;
        this.wait = wait;
    }

    /** Whether there was or became a place; who has one leaves it. */
    boolean enter(String account) {
        var places = accounts.compute(account, (name, known) -> (known == null ? new Places(most) : known).joined());
        var entered = false;
        try {
            entered = places.line() <= most * LINE && places.free.tryAcquire(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!entered) {
            accounts.computeIfPresent(account, (name, known) -> known.parted());
        }
        return entered;
    }

    void leave(String account) {
        accounts.computeIfPresent(account, (name, known) -> {
            known.free.release();
            return known.parted();
        });
    }

    boolean isEmpty() {
        return accounts.isEmpty();
    }

    /** The places of one account; gone when nobody needs them. */
    private static final class Places {

        private final Semaphore free;
        private int people; // only changed within compute

        Places(int most) {
            free = new Semaphore(most, true);
        }

        int line() {
            return free.getQueueLength();
        }

        Places joined() {
            people = people + 1;
            return this;
        }

        @Nullable
        Places parted() {
            people = people - 1;
            return people == 0 ? null : this;
        }
    }
}

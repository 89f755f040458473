package io.wubu.access.guessing;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where passwords are hashed: never on all processors at once, and only so many wait. Whoever has a place may hash as often as
 * his work needs.
 */
@Component
public class HashQueue {

    private final Line line;
    private final AtomicLong numbers = new AtomicLong();
    private final ThreadLocal<Boolean> inside = ThreadLocal.withInitial(() -> false);

    HashQueue(
            @Value("${wubu.sign-in.hashes-at-once}") int places,
            @Value("${wubu.sign-in.waiting}") int waiting,
            @Value("${wubu.sign-in.patience}") Duration patience) {
        var processors = Runtime.getRuntime().availableProcessors();
        line = new Line(places > 0 ? places : Math.max(1, processors - 1), waiting, patience);
    }

    /** For somebody who is known here: an administrator, the owner of a session, the system itself. */
    public <T> T in(Supplier<T> hashing) {
        return in(true, hashing);
    }

    /** {@link io.wubu.shared.Busy} if there is no place in time. */
    public <T> T in(boolean known, Supplier<T> hashing) {
        if (inside.get()) {
            return hashing.get();
        }
        return line.in(String.valueOf(numbers.incrementAndGet()), known, () -> {
            inside.set(true);
            try {
                return hashing.get();
            } finally {
                inside.remove();
            }
        });
    }
}

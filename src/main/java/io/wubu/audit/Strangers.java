package io.wubu.audit;

import io.wubu.shared.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Counts the refusals of addresses nobody has signed in from, minute by minute: beyond a number they are only counted, so that
 * a flood doesn't fill the database.
 */
@Component
class Strangers {

    /** Addresses told apart in a minute; all further ones are counted together. */
    private static final int ADDRESSES = 10_000;

    private static final String OTHERS = "其他来源";

    private final int most;
    private volatile Map<String, AtomicInteger> counted = new ConcurrentHashMap<>();
    private long minute = now();

    Strangers(@Value("${wubu.audit.strangers-per-minute}") int most) {
        this.most = most;
    }

    /** Refusals of an address that got no row of their own in a minute that is over. */
    record Uncounted(String source, int refusals) {}

    /** Whether this refusal gets a row of its own; in a flood nobody waits for another here. */
    boolean mayTell(String address) {
        var source = Source.of(address).name();
        var now = counted;
        var place = now.containsKey(source) || now.size() < ADDRESSES ? source : OTHERS;
        return now.computeIfAbsent(place, fresh -> new AtomicInteger()).incrementAndGet() <= most;
    }

    /** What was only counted in the minute before, once that is over. */
    synchronized List<Uncounted> over() {
        if (now() == minute) {
            return List.of();
        }
        minute = now();
        var before = counted;
        counted = new ConcurrentHashMap<>();
        var beyond = new ArrayList<Uncounted>();
        before.forEach((source, refusals) -> {
            if (refusals.get() > most) {
                beyond.add(new Uncounted(source, refusals.get() - most));
            }
        });
        return beyond;
    }

    private static long now() {
        return TimeUnit.NANOSECONDS.toMinutes(System.nanoTime());
    }
}

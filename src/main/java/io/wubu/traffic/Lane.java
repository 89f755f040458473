package io.wubu.traffic;

import java.net.InetAddress;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Where connections wait on which nobody has proven himself yet: only so many are served at once, besides those whose thread
 * merely waits for its client. The others wait without a thread, and each source has its turn, so that a flood from one delays
 * nobody else's first request. Whoever is known never comes here.
 */
final class Lane {

    private final int places;
    private final IntSupplier idle;
    private final Executor threads;
    private final Map<InetAddress, Queue<Runnable>> waiting = new LinkedHashMap<>();
    private final ThreadLocal<Boolean> holding = ThreadLocal.withInitial(() -> false);
    private int served;

    /** @param idle how many threads merely wait for their clients at this moment */
    Lane(int places, IntSupplier idle, Executor threads) {
        this.places = places;
        this.idle = idle;
        this.threads = threads;
    }

    /** Serves a stranger, now or when it is his source's turn. */
    void come(InetAddress source, Runnable service) {
        synchronized (this) {
            waiting.computeIfAbsent(source, fresh -> new ArrayDeque<>()).add(service);
        }
        admit();
    }

    /** Lets in whoever there is room for. */
    void admit() {
        for (var next = next(); next != null; next = next()) {
            var service = next;
            try {
                threads.execute(() -> serve(service));
            } catch (RuntimeException closing) {
                left();
                throw closing;
            }
        }
    }

    /** How many wait without a thread. */
    synchronized int length() {
        return waiting.values().stream().mapToInt(Queue::size).sum();
    }

    private void serve(Runnable service) {
        holding.set(true);
        try {
            service.run();
        } finally {
            leave();
            holding.remove();
        }
    }

    /** This thread's client is a stranger no longer: his place is for the next. */
    void leave() {
        if (holding.get()) {
            holding.set(false);
            left();
            admit();
        }
    }

    private synchronized void left() {
        served--;
    }

    private synchronized @Nullable Runnable next() {
        if (waiting.isEmpty() || served >= places + idle.getAsInt()) {
            return null;
        }
        var source = waiting.keySet().iterator().next();
        var queue = waiting.remove(source);
        var next = queue.remove();
        if (!queue.isEmpty()) {
            waiting.put(source, queue); // behind all others
        }
        served++;
        return next;
    }
}

package io.wubu.traffic;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts open connections by where they come from, as often as it matters. A count may be a quarter of a second old, but none
 * goes wrong for good. For one thread.
 */
final class Crowd {

    private static final long FRESH = TimeUnit.MILLISECONDS.toNanos(250);

    private final int most;
    private final Map<InetAddress, Integer> ofSource = new HashMap<>();
    private long counted = System.nanoTime() - FRESH;
    private long thinned = counted;

    /** @param most of one source */
    Crowd(int most) {
        this.most = most;
    }

    int most() {
        return most;
    }

    /** Whether a source has all the connections it may have. */
    boolean isFull(InetAddress source, Collection<SocketChannel> open) {
        if (System.nanoTime() - counted >= FRESH) {
            ofSource.clear();
            open.forEach(channel -> ofSource.merge(source(channel), 1, Integer::sum));
            counted = System.nanoTime();
        }
        return ofSource.getOrDefault(source, 0) >= most;
    }

    void came(InetAddress source) {
        ofSource.merge(source, 1, Integer::sum);
    }

    void left(InetAddress source, int connections) {
        ofSource.merge(source, -connections, Integer::sum);
    }

    /** Whether the last time all were thinned is long enough ago to have had its effect. */
    boolean mayThin() {
        var now = System.nanoTime();
        var may = now - thinned >= FRESH;
        if (may) {
            thinned = now;
        }
        return may;
    }

    /** The source that had most when last counted. */
    InetAddress biggest() {
        return ofSource.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElseGet(() -> Sources.of(null));
    }

    static InetAddress source(SocketChannel channel) {
        try {
            return Sources.of(channel.getRemoteAddress());
        } catch (IOException e) {
            return Sources.of(null); // closed
        }
    }
}

package io.wubu.traffic;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.channels.SocketChannel;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Counts open connections by where they come from, as often as it matters. A count may be a quarter of a second old, but no
 * connection is forgotten in it for good. For one thread.
 */
final class Crowd {

    private static final long FRESH = TimeUnit.MILLISECONDS.toNanos(250);

    private final int most;
    private final Map<InetAddress, Integer> ofSource = new HashMap<>();
    private long counted = System.nanoTime() - FRESH;

    /** @param most of one source */
    Crowd(int most) {
        this.most = most;
    }

    /** Counts a new connection in, unless its source has as many as it may. */
    boolean mayCome(InetAddress source, Collection<SocketChannel> open) {
        if (isStale()) {
            count(open);
        }
        if (of(source) >= most) {
            return false;
        }
        ofSource.merge(source, 1, Integer::sum);
        return true;
    }

    /** How many connections that source had when last counted. */
    int of(InetAddress source) {
        return ofSource.getOrDefault(source, 0);
    }

    static InetAddress source(SocketChannel channel) {
        try {
            return Sources.of(channel.getRemoteAddress());
        } catch (IOException e) {
            return Sources.of(null); // closed
        }
    }

    private boolean isStale() {
        return System.nanoTime() - counted >= FRESH;
    }

    private void count(Collection<SocketChannel> open) {
        ofSource.clear();
        open.forEach(channel -> ofSource.merge(source(channel), 1, Integer::sum));
        counted = System.nanoTime();
    }
}

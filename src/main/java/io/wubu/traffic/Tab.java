package io.wubu.traffic;

import io.wubu.traffic.Client.Wait;
import java.util.EnumSet;
import java.util.Set;

/**
 * What a client owes for one request: the time it kept a thread waiting, less what the bytes it moved are worth. Neither debt
 * nor credit grows beyond the grace, so that a long good upload may stall as long as any other. Times in nanoseconds.
 */
final class Tab {

    private static final double SECOND = 1e9;

    private final Patience patience;
    private final long request;
    private long moved;
    private long owed;
    private long swallowed;
    private final Set<Wait> ended = EnumSet.noneOf(Wait.class);

    Tab(Patience patience, long request, long moved) {
        this.patience = patience;
        this.request = request;
        this.moved = moved;
    }

    /** Whether it is about this request. */
    boolean isOf(long another) {
        return request == another;
    }

    /** Some time has passed; the thread has waited or not. */
    void reckon(Wait wait, long elapsed, long nowMoved) {
        var paid = (long) ((nowMoved - moved) * SECOND / patience.rate().toBytes());
        moved = nowMoved;
        owed = Math.max(
                owed - paid + (wait == Wait.NONE ? 0 : elapsed),
                -patience.grace().toNanos());
        if (wait == Wait.REST) {
            swallowed += elapsed;
        }
    }

    boolean isOverdue() {
        return owed > patience.grace().toNanos()
                || swallowed > patience.swallow().toNanos();
    }

    /** The wait is ended; what its thread does then may be waiting again, for something else. */
    void letGo(Wait wait) {
        ended.add(wait);
    }

    boolean isLetGo(Wait wait) {
        return ended.contains(wait);
    }

    long owed() {
        return owed;
    }
}

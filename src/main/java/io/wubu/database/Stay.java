package io.wubu.database;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.jdbc.PgConnection;

/**
 * One request's stay in the database: the connections it has in hand, so that it can be let go when the database is silent,
 * and its statement stopped when nobody waits for the answer. The lock guarantees that a connection spoken to is still its.
 */
public final class Stay implements AutoCloseable {

    private static final ThreadLocal<@Nullable Stay> CURRENT = new ThreadLocal<>();

    private final Stays house;
    private final Work work;
    private final boolean reading;
    private final BooleanSupplier isClientGone;
    private final @Nullable Work before;
    private final List<Connection> inHand = new ArrayList<>(2);
    private long taken;
    private boolean used;
    private volatile @Nullable Trouble trouble;
    private @Nullable String account;
    private @Nullable String place;

    Stay(Stays house, Work work, boolean reading, BooleanSupplier isClientGone) {
        this.house = house;
        this.work = work;
        this.reading = reading;
        this.isClientGone = isClientGone;
        this.before = work.begin();
        CURRENT.set(this);
    }

    /** Says whose request this thread works for. */
    public static void by(String account) {
        var stay = CURRENT.get();
        if (stay != null && stay.account == null) {
            stay.account = account;
        }
    }

    /** The request of this thread, if it works for one. */
    static @Nullable Stay current() {
        return CURRENT.get();
    }

    boolean isReading() {
        return reading;
    }

    /** Whether it may have changed something already. */
    synchronized boolean mayHaveChanged() {
        return !reading && used;
    }

    /** Why it was let go or stopped, if it was. */
    @Nullable
    Trouble trouble() {
        return trouble;
    }

    /** {@link NotGiven} if it need not go on, or if its account has too much in the database already. */
    void admit() throws SQLException {
        var known = trouble;
        if (known != null) {
            throw new NotGiven(known);
        }
        if (account != null && place == null && Work.current() == work) {
            place = house.enter(work, account);
        }
    }

    /** There was no connection after all. */
    void sentAway() {
        if (inHand.isEmpty()) {
            leavePlace();
        }
    }

    /** Keeps an eye on a connection until it is given back. */
    Connection held(Connection given) {
        synchronized (this) {
            inHand.add(given);
            taken = System.nanoTime();
            used = true;
        }
        return (Connection) Proxy.newProxyInstance(
                Stay.class.getClassLoader(), new Class<?>[] {Connection.class}, new HeldConnection(this, given));
    }

    /** From here on it may be somebody else's. */
    void givenBack(Connection connection) {
        synchronized (this) {
            inHand.remove(connection);
        }
        sentAway();
    }

    /** While it waits for something else than the database, others of its account may be in there. */
    private void leavePlace() {
        if (place != null) {
            house.leave(work, place);
            place = null;
        }
    }

    /** Ends its waiting: the connections break, and whoever waits on them goes on. */
    synchronized void letGo() {
        for (var connection : inHand) {
            trouble = reading ? Trouble.SILENT : Trouble.UNCERTAIN;
            try {
                connection.unwrap(PgConnection.class).abort(Runnable::run);
            } catch (SQLException e) {
                Stays.LOG.debug("can't be let go", e);
            }
        }
    }

    /** Stops what it reads if that takes a while already and its client has gone. */
    synchronized void stopIfAlone(long nanos) {
        if (!reading || inHand.isEmpty() || System.nanoTime() - taken < nanos || !isClientGone.getAsBoolean()) {
            return;
        }
        trouble = Trouble.LEFT;
        for (var connection : inHand) {
            try {
                connection.unwrap(PGConnection.class).cancelQuery();
            } catch (SQLException e) {
                Stays.LOG.debug("can't be stopped", e);
            }
        }
    }

    @Override
    public void close() {
        CURRENT.remove();
        Work.end(before);
        leavePlace();
        house.left(this);
    }
}

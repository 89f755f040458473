package io.wubu.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All requests that may be in the database now. */
public final class Stays {

    static final Logger LOG = LoggerFactory.getLogger(Stays.class);

    private static final long A_WHILE = Duration.ofSeconds(1).toNanos();

    private final Set<Stay> open = ConcurrentHashMap.newKeySet();
    private final Crowd lists;
    private final Crowd longWork;

    Stays(PoolSettings.Account account) {
        lists = new Crowd(account.lists(), account.patience());
        longWork = new Crowd(account.longWork(), account.patience());
    }

    /**
     * This thread begins to work for a request, until the answer is closed.
     *
     * @param reading whether nothing is lost if it is stopped
     * @param isClientGone asked while the request is in the database
     */
    public Stay begin(Work work, boolean reading, BooleanSupplier isClientGone) {
        var stay = new Stay(this, work, reading, isClientGone);
        open.add(stay);
        return stay;
    }

    /** Takes a place among the requests of an account, where those are counted. */
    @Nullable
    String enter(Work work, String account) throws SQLException {
        var crowd = crowd(work);
        if (crowd == null) {
            return null;
        }
        if (!crowd.enter(account)) {
            throw new NotGiven(Trouble.CROWDED);
        }
        return account;
    }

    void leave(Work work, String place) {
        var crowd = crowd(work);
        if (crowd != null) {
            crowd.leave(place);
        }
    }

    void left(Stay stay) {
        open.remove(stay);
    }

    /** Lets everybody go who waits in a silent database. */
    void letGo() {
        open.forEach(Stay::letGo);
    }

    /** Stops what nobody waits for. */
    void look() {
        open.forEach(stay -> stay.stopIfAlone(A_WHILE));
    }

    private @Nullable Crowd crowd(Work work) {
        return switch (work) {
            case LISTS -> lists;
            case LONG -> longWork;
            default -> null;
        };
    }
}

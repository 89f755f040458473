package io.wubu.database;

import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the database answers: asked over and over on a connection apart from all pools. Silence is counted in ticks of
 * {@link Watch}, so that a machine that paused itself doesn't take its own pause for the database's.
 */
public final class Pulse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    /** How long the longest of us has been waiting for a lock, in seconds; read without touching a table. */
    private static final String ASK =
            """
            select coalesce(extract(epoch from clock_timestamp() - min(query_start)), 0)
            from pg_stat_get_activity(null) where wait_event_type = 'Lock'
            """;

    private static final String TOO_MANY = "53300";

    private final Server server;
    private final Duration every;
    private final long patience;
    private final List<Runnable> whenBack = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::beat, "wubu-pulse");
    private volatile boolean running = true;
    private volatile boolean asked;
    private final AtomicLong ticks = new AtomicLong();
    private volatile @Nullable Trouble trouble;
    private volatile Instant since = Instant.now();
    private volatile double lockWait;
    private volatile boolean taken;

    /**
     * @param every how often it is asked
     * @param patience ticks without an answer that count as silence
     */
    Pulse(Server server, Duration every, long patience) {
        this.server = server;
        this.every = every;
        this.patience = patience;
        thread.setDaemon(true);
        thread.start();
    }

    /** What is wrong, if something is. */
    public @Nullable Trouble trouble() {
        return trouble;
    }

    /** {@link NotGiven} while it doesn't answer. */
    void require() throws SQLException {
        var known = trouble;
        if (known != null) {
            throw new NotGiven(known);
        }
    }

    /** Since when it is as it is. */
    Instant since() {
        return since;
    }

    /** How long the longest of us has been waiting for a lock, in seconds. */
    double lockWait() {
        return lockWait;
    }

    /** Whether others have taken all its connections: who holds one goes on, nobody gets another. */
    boolean isTaken() {
        return taken;
    }

    void whenBack(Runnable action) {
        whenBack.add(action);
    }

    /** A tick of the watch; whether the database is silent now. */
    boolean tick() {
        if (asked && ticks.incrementAndGet() >= patience && trouble != Trouble.SILENT) {
            judge(Trouble.SILENT);
        }
        return trouble == Trouble.SILENT;
    }

    private void beat() {
        while (running) {
            begin();
            try (var connection = server.standing();
                    var statement = connection.createStatement()) {
                taken = false;
                answered();
                ask(connection, statement);
            } catch (SQLException e) {
                failed(e);
            }
        }
    }

    private void ask(Connection connection, Statement statement) throws SQLException {
        connection.setReadOnly(true);
        while (running) {
            LockSupport.parkNanos(every.toNanos());
            begin();
            try (var answer = statement.executeQuery(ASK)) {
                answer.next();
                lockWait = answer.getDouble(1);
            }
            answered();
        }
    }

    private void begin() {
        if (!asked) {
            ticks.set(0);
            asked = true;
        }
    }

    private void answered() {
        asked = false;
        var before = trouble;
        if (before != null) {
            judge(null);
            LOG.info("数据库恢复应答 (the database answers again)");
            whenBack.forEach(Runnable::run);
        }
    }

    /** A connection that broke is opened anew at once; only what fails then is told. Being refused is an answer. */
    private void failed(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        if (!running || !asked) {
            return;
        }
        if (isRefused(state, e)) {
            asked = false;
            if (trouble == null) {
                judge(Trouble.UNREACHABLE);
            }
        } else if (state.equals(TOO_MANY)) {
            tooMany();
            answered();
        } else if (!state.startsWith("08") && !state.startsWith("57P")) {
            answered();
        }
        LOG.debug("no pulse", e);
        LockSupport.parkNanos(every.dividedBy(2).toNanos());
    }

    private void tooMany() {
        if (!taken) {
            LOG.error("数据库连接已被占满 (all connections of the database are taken)");
        }
        taken = true;
    }

    /** Nobody is there, or it is about to end or to begin; what timed out is left to the ticks. */
    private static boolean isRefused(String state, SQLException e) {
        if (state.equals("57P03")) {
            return true;
        }
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketTimeoutException) {
                return false;
            }
        }
        return state.equals("08001");
    }

    private synchronized void judge(@Nullable Trouble found) {
        trouble = found;
        since = Instant.now();
        if (found != null) {
            LOG.error("{}；需要数据库的请求一律立即拒绝 (the database: {})", found.words(), found);
        }
    }

    @Override
    public void close() {
        running = false;
        LockSupport.unpark(thread);
        try {
            thread.join(5000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

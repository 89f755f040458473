package io.wubu.audit;

import io.wubu.shared.ClockConfiguration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit log's door for whoever has something to write down. No row, no operation. */
@Component
public class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

    private final JdbcClient jdbc;
    private final OwnConnections own;
    private final TransactionTemplate transaction;
    private final ChainState state;
    private final String node;
    private final Strangers strangers;

    AuditLog(
            JdbcClient jdbc,
            OwnConnections own,
            PlatformTransactionManager transactions,
            ChainState state,
            NodeName node,
            Strangers strangers) {
        this.jdbc = jdbc;
        this.own = own;
        this.transaction = new TransactionTemplate(transactions);
        this.state = state;
        this.node = node.toString();
        this.strangers = strangers;
    }

    /** Makes a change and writes it down, in one transaction: both or neither. */
    public <T extends @Nullable Object> T with(AuditKind kind, @Nullable String object, Supplier<T> change) {
        return within(AuditNote.of(kind, object, AuditResult.DONE, null), change);
    }

    /** The same for a change whose object is known when it is made. */
    public <T> T with(AuditKind kind, Function<T, String> object, Supplier<T> change) {
        requireChain();
        return Objects.requireNonNull(transaction.execute(status -> {
            var result = change.get();
            insert(jdbc, AuditNote.of(kind, object.apply(result), AuditResult.DONE, null));
            return result;
        }));
    }

    /** Writes down, in the transaction the caller has begun, what is done in it. */
    public void done(AuditKind kind, @Nullable String object) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("no transaction to write down " + kind + " in");
        }
        requireChain();
        insert(jdbc, AuditNote.of(kind, object, AuditResult.DONE, null));
    }

    /** The same for a change without a result. */
    public void with(AuditKind kind, @Nullable String object, Runnable change) {
        with(kind, object, () -> {
            change.run();
            return true;
        });
    }

    /** The same for an account that is known better than the request knows it. */
    public <T extends @Nullable Object> T with(
            String account, @Nullable String post, AuditKind kind, @Nullable String object, Supplier<T> change) {
        return within(AuditNote.of(kind, object, AuditResult.DONE, null).by(account, post), change);
    }

    /** Writes down, in a transaction of its own, what is about to be given out; only then may it be. */
    public void before(AuditKind kind, @Nullable String object) {
        apart(AuditNote.of(kind, object, AuditResult.DONE, null));
    }

    /** The same for an account that is known better than the request knows it. */
    public void before(
            String account, @Nullable String post, AuditKind kind, @Nullable String object, @Nullable String how) {
        apart(AuditNote.of(kind, object, AuditResult.DONE, how).by(account, post));
    }

    /**
     * Writes down that somebody was refused; the refusal stands whether or not that succeeds. Of an address that is refused at
     * the door all the time, only so many a minute get a row each.
     */
    public void refused(AuditKind kind, @Nullable String account, @Nullable String object, String reason) {
        var trace = Trace.current();
        if (kind == AuditKind.SIGN_IN && trace != null && !strangers.mayTell(String.valueOf(trace.source()))) {
            Trace.told();
            return;
        }
        tell(AuditNote.of(kind, object, AuditResult.REFUSED, reason).by(account, null));
        Trace.told();
    }

    /** Writes down what stands already, such as the end of a session; a failure is only logged. */
    public void after(
            String account, @Nullable String post, AuditKind kind, @Nullable String object, @Nullable String how) {
        tell(AuditNote.of(kind, object, AuditResult.DONE, how).by(account, post));
    }

    /** Writes down what was refused to a source many times over, in one row; a failure is only logged. */
    public void flood(String source, String reason) {
        tell(new AuditNote(null, null, source, AuditKind.REQUEST, null, AuditResult.REFUSED, reason, null));
    }

    /** Writes a row whose operation is over or was never done; a failure is only logged. */
    void tell(AuditNote note) {
        try {
            insert(own.jdbc(), note);
        } catch (AuditUnavailable failure) {
            LOG.error("审计记录无法写入：{} {} (an audit row can't be written)", note.kind(), note.result(), failure);
        }
    }

    private <T extends @Nullable Object> T within(AuditNote note, Supplier<T> change) {
        requireChain();
        return transaction.execute(status -> {
            var result = change.get();
            insert(jdbc, note);
            return result;
        });
    }

    private void apart(AuditNote note) {
        requireChain();
        insert(own.jdbc(), note);
    }

    private void requireChain() {
        if (state.isBehind()) {
            throw new AuditUnavailable(null);
        }
    }

    private void insert(JdbcClient connection, AuditNote note) {
        try {
            if (note.kind() != AuditKind.SIGN_IN) {
                Trace.written();
            }
            AuditRows.insert(
                    connection,
                    note,
                    ClockConfiguration.ZONE.getRules().getOffset(Instant.now()).getId(),
                    node);
        } catch (DataAccessException | TransactionException e) {
            throw new AuditUnavailable(e);
        }
    }
}

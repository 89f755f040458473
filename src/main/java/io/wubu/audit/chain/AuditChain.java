package io.wubu.audit.chain;

import io.wubu.audit.AuditRow;
import io.wubu.audit.AuditRows;
import io.wubu.audit.ChainHash;
import io.wubu.audit.OwnConnections;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Gives committed rows their sequence and hash, in a short transaction, one node at a time. */
@Component
class AuditChain {

    /** Rows a transaction. */
    static final int BATCH = 1000;

    private static final String LOCK = "select pg_try_advisory_xact_lock(hashtext('wubu audit chain'))";
    private static final String HEAD =
            "select sequence, hash from wubu.audit_event where sequence is not null order by sequence desc limit 1";
    private static final String WAITING =
            "select " + AuditRows.COLUMNS + "from wubu.audit_event where sequence is null order by id limit " + BATCH;
    private static final String OLDEST =
            """
            select coalesce((select extract(epoch from clock_timestamp() - at) from wubu.audit_event
                             where sequence is null order by id limit 1), 0)
            """;

    /** Whether the application's role can neither change rows nor give itself the right. */
    private static final String PROTECTED =
            """
            select not has_table_privilege('wubu.audit_event', 'update, delete, truncate')
               and not pg_has_role(relowner, 'member')
            from pg_class where oid = 'wubu.audit_event'::regclass
            """;

    private final OwnConnections own;
    private final ChainHash hash;

    AuditChain(OwnConnections own, AuditKey key) {
        this.own = own;
        this.hash = key.hash();
    }

    /** The last row of the chain: sequence 0 before there is one. */
    record Head(long sequence, byte[] hash) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Head head
                    && sequence == head.sequence
                    && ByteBuffer.wrap(hash).equals(ByteBuffer.wrap(head.hash));
        }

        @Override
        public int hashCode() {
            return Long.hashCode(sequence);
        }
    }

    /** Chains everything that is committed and waits, unless another node is at it. */
    synchronized void chainAll() throws SQLException {
        try (var connection = own.connection()) {
            connection.setAutoCommit(false);
            try {
                var done = chain(connection);
                connection.commit();
                while (done == BATCH) {
                    done = chain(connection);
                    connection.commit();
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        }
    }

    Head head() throws SQLException {
        try (var connection = own.connection()) {
            return head(connection);
        }
    }

    /** How long the oldest unchained row has waited. */
    Duration oldestWaiting() throws SQLException {
        try (var connection = own.connection();
                var statement = connection.createStatement();
                var answer = statement.executeQuery(OLDEST)) {
            answer.next();
            return Duration.ofMillis(Math.max(0, (long) (answer.getDouble(1) * 1000)));
        }
    }

    boolean isProtected() {
        return own.jdbc().sql(PROTECTED).query(Boolean.class).single();
    }

    private int chain(Connection connection) throws SQLException {
        if (!locked(connection)) {
            return 0;
        }
        var rows = waiting(connection);
        if (rows.isEmpty()) {
            return 0;
        }
        var head = head(connection);
        var ids = new ArrayList<Long>();
        var hashes = new ArrayList<byte[]>();
        var before = head.hash();
        for (var row : rows) {
            before = hash.of(before, head.sequence() + ids.size() + 1, row);
            ids.add(row.id());
            hashes.add(before);
        }
        write(connection, ids, head.sequence() + 1, hashes);
        return rows.size();
    }

    private void write(Connection connection, List<Long> ids, long first, List<byte[]> hashes) throws SQLException {
        try (var call = connection.prepareStatement("select wubu.chain_audit_event(?, ?, ?, ?)")) {
            call.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            call.setLong(2, first);
            call.setArray(3, connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)));
            call.setString(4, hash.name());
            call.execute();
        }
    }

    private static List<AuditRow> waiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(WAITING)) {
            var rows = new ArrayList<AuditRow>();
            while (answer.next()) {
                rows.add(AuditRows.row(answer));
            }
            return rows;
        }
    }

    private static Head head(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(HEAD)) {
            return answer.next() ? new Head(answer.getLong(1), answer.getBytes(2)) : new Head(0, ChainHash.BEGIN);
        }
    }

    private static boolean locked(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(LOCK)) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}

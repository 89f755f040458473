package io.wubu.audit.chain;

import io.wubu.audit.AuditRow;
import io.wubu.audit.AuditRows;
import io.wubu.audit.ChainHash;
import io.wubu.audit.Seal;
import java.io.IOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chain once, as a stream, and names the first row that is not as it was written: changed, moved, missing, cut off
 * or written anew. One walk, one verifier.
 */
final class Verifier {

    private static final int ROWS_A_FETCH = 2000;

    private static final String CHAINED =
            "select " + AuditRows.COLUMNS + "from wubu.audit_event where sequence is not null order by sequence";

    private final ChainHash hash;
    private final Deque<Seal> ahead;
    private final List<String> warnings;
    private final int seals;
    private byte[] before = ChainHash.BEGIN;
    private long right;

    Verifier(ChainHash hash, Seals seals) throws IOException {
        this.hash = hash;
        var content = seals.read(hash);
        this.ahead = new ArrayDeque<>(content.seals());
        this.seals = ahead.size();
        this.warnings = content.unreadable().stream()
                .map(place -> "封存文件 " + place + " 损坏，或不是用本密钥签的")
                .toList();
    }

    Verdict walk(Connection connection) throws SQLException {
        var open = connection.getAutoCommit();
        connection.setAutoCommit(false); // a cursor instead of the whole table
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(ROWS_A_FETCH);
            String fault = null;
            try (var rows = statement.executeQuery(CHAINED)) {
                while (fault == null && rows.next()) {
                    fault = look(AuditRows.row(rows));
                }
            }
            return verdict(fault == null ? tail() : fault, waiting(connection));
        } finally {
            connection.rollback();
            connection.setAutoCommit(open);
        }
    }

    private Verdict verdict(@Nullable String fault, long waiting) {
        return new Verdict(fault == null, right, waiting, seals, fault == null ? null : right + 1, fault, warnings);
    }

    private @Nullable String look(AuditRow row) {
        var expected = right + 1;
        var sequence = row.sequence() == null ? 0 : row.sequence();
        if (sequence != expected) {
            return "第 %d 条缺失：其后是第 %d 条，中间的记录已被删除".formatted(expected, sequence);
        }
        if (!hash.name().equals(row.hashKey())) {
            return "第 %d 条用的是另一个密钥或算法（%s，现为 %s），不能校验".formatted(expected, row.hashKey(), hash.name());
        }
        var own = hash.of(before, expected, row);
        if (row.hash() == null || !MessageDigest.isEqual(own, row.hash())) {
            return "第 %d 条的内容、次序或摘要被改动".formatted(expected);
        }
        var contradiction = compare(expected, own);
        if (contradiction == null) {
            before = own;
            right = expected;
        }
        return contradiction;
    }

    private @Nullable String compare(long sequence, byte[] own) {
        while (!ahead.isEmpty() && ahead.element().sequence() <= sequence) {
            var seal = ahead.remove();
            if (seal.sequence() == sequence && !HexFormat.of().formatHex(own).equals(seal.hash())) {
                return "第 %d 条与 %s 的封存（%s）不符：此条或之前的记录被重写".formatted(sequence, seal.at(), seal.node());
            }
        }
        return null;
    }

    private @Nullable String tail() {
        return ahead.isEmpty() || ahead.getLast().sequence() <= right
                ? null
                : "尾部缺失：封存至第 %d 条（%s，%s），库中末条为第 %d 条"
                        .formatted(
                                ahead.getLast().sequence(),
                                ahead.getLast().at(),
                                ahead.getLast().node(),
                                right);
    }

    private static long waiting(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery("select count(*) from wubu.audit_event where sequence is null")) {
            answer.next();
            return answer.getLong(1);
        }
    }
}

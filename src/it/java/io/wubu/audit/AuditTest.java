package io.wubu.audit;

import io.wubu.Owner;
import io.wubu.WubuTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of the audit log share: the rows written since the test began, and the database's administrator. */
abstract class AuditTest extends WubuTest {

    @LocalServerPort
    protected int port;

    @Autowired
    protected AuditChain chain;

    @Autowired
    protected AuditReading reading;

    @Autowired
    private DataSource source;

    @Value("${wubu.data-dir}")
    protected Path dataDir;

    private long begin;

    @BeforeEach
    void markBegin() {
        begin = jdbc.sql("select coalesce(max(id), 0) from wubu.audit_event")
                .query(Long.class)
                .single();
    }

    /** The database's administrator. */
    protected JdbcClient owner() {
        return Owner.of(source, dataDir);
    }

    protected String databaseAddress() {
        return Owner.address(source);
    }

    /** The rows written since the test began, oldest first. */
    protected List<AuditRow> rows() {
        return jdbc.sql("select " + AuditRows.COLUMNS + "from wubu.audit_event where id > :begin order by id")
                .param("begin", begin)
                .query((row, index) -> AuditRows.row(row))
                .list();
    }

    /** Rows of a kind and result; the last may be written just after the answer has gone out. */
    protected List<AuditRow> rows(AuditKind kind, AuditResult result) {
        return rows().stream()
                .filter(row -> row.kind().equals(kind.name()) && row.result().equals(result.name()))
                .toList();
    }

    /** The one row of a kind and result, awaited. */
    protected AuditRow row(AuditKind kind, AuditResult result) {
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> !rows(kind, result)
                .isEmpty());
        var found = rows(kind, result);
        if (found.size() != 1) {
            throw new AssertionError("one row expected: " + found);
        }
        return found.get(0);
    }

    protected void chainAll() {
        try {
            chain.chainAll();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

package io.wubu.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.Owner;
import io.wubu.WubuTest;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditResult;
import io.wubu.audit.AuditRow;
import io.wubu.audit.AuditRows;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** What tests of the audit log share: the rows written since the test began, and the database's administrator. */
public abstract class AuditTest extends WubuTest {

    @LocalServerPort
    protected int port;

    @Autowired
    private ApplicationContext context;

    @Autowired
    protected AuditChain chain;

    @Autowired
    protected AuditReading reading;

    @Autowired
    private DataSource source;

    @Value("${wubu.data-dir}")
    protected Path dataDir;

    @Autowired
    protected AuditKey key;

    @Value("${wubu.audit.seal-dir}")
    protected Path sealDir;

    private final Set<String> asked = new HashSet<>();
    private long begin;

    /** Also forgets what tests before have been refused in this minute: beyond a number refusals leave no rows. */
    @BeforeEach
    protected void markBegin() {
        ReflectionTestUtils.setField(context.getBean("strangers"), "counted", new ConcurrentHashMap<>());
        asked.clear();
        begin = jdbc.sql("select coalesce(max(id), 0) from wubu.audit_event")
                .query(Long.class)
                .single();
    }

    /** A request that two places write down would tell of two events. */
    @AfterEach
    protected void everyRequestLeftOneRow() {
        assertThat(asked)
                .allSatisfy(trace ->
                        assertThat(rows()).filteredOn(AuditRow::trace, trace).hasSize(1));
        asked.clear();
    }

    /** The one row an answered request has left, awaited; checked once more when the test is over. */
    protected AuditRow rowOf(HttpResponse<?> answer) {
        var trace = answer.headers().firstValue("X-Trace-Id").orElseThrow();
        asked.add(trace);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> rows().stream()
                .anyMatch(row -> trace.equals(row.trace())));
        return rows().stream()
                .filter(row -> trace.equals(row.trace()))
                .findFirst()
                .orElseThrow();
    }

    /** Who, from where, when, what and with what result; the object only if one is expected. */
    protected static void assertWhole(
            AuditRow row, AuditKind kind, AuditResult result, @Nullable String account, String object) {
        assertThat(row.kind()).as(row.toString()).isEqualTo(kind.name());
        assertThat(row.result()).isEqualTo(result.name());
        assertThat(row.account()).isEqualTo(account);
        assertThat(row.source()).isEqualTo("127.0.0.1");
        assertThat(String.valueOf(row.object())).contains(object);
        assertThat(row.at()).isBetween(Instant.now().minus(Duration.ofMinutes(2)), Instant.now());
        assertThat(row.utcOffset()).isEqualTo("+08:00");
        assertThat(row.trace()).hasSize(16);
        assertThat(row.node()).isNotBlank();
    }

    /** Forgets an account's sessions, so that signing in has to end none. */
    protected void forgetSessions(String account) {
        jdbc.sql("delete from wubu.spring_session where principal_name = :account")
                .param("account", account)
                .update();
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

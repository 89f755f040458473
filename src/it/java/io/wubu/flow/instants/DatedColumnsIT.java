package io.wubu.flow.instants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.Owner;
import io.wubu.WubuTest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** No stored date lacks its zone, no node comes up where one does, and lists of dates still come from their indexes. */
class DatedColumnsIT extends WubuTest {

    @Autowired
    private InstantProof proof;

    @Autowired
    private DataSource application;

    @Value("${wubu.data-dir}")
    private Path dataDir;

    /** Flyway's own note of the day is the only one. */
    @Test
    void everyDateHasItsZone() {
        assertThat(jdbc.sql(
                                """
                                select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                                where data_type = 'timestamp without time zone' and table_schema in ('public', 'wubu')
                                """)
                        .query(String.class)
                        .list())
                .containsExactly("wubu.flyway_schema_history.installed_on");
        assertThat(jdbc.sql("select count(*) from information_schema.columns where table_name like 'act\\_%'"
                                + " and data_type = 'timestamp with time zone'")
                        .query(Integer.class)
                        .single())
                .isGreaterThanOrEqualTo(66);
    }

    @Test
    void theDecisionIsKeptAndNobodyChangesIt() {
        assertThat(jdbc.sql("select format || ' ' || written_in from wubu.engine_dates")
                        .query(String.class)
                        .list())
                .containsExactly("timestamptz Asia/Shanghai");
        assertThatThrownBy(() -> owner().sql("update wubu.engine_dates set written_in = 'UTC'")
                        .update())
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void aNodeDoesNotComeUpOverAColumnWithoutZone() {
        assertThatCode(proof::prove).doesNotThrowAnyException();
        owner().sql("alter table public.act_hi_comment alter time_ type timestamp")
                .update();
        try {
            assertThatThrownBy(proof::prove)
                    .hasMessageContaining("act_hi_comment.time_")
                    .hasMessageContaining("不带时区");
        } finally {
            owner().sql("alter table public.act_hi_comment alter time_ type timestamptz")
                    .update();
        }
        assertThatCode(proof::prove).doesNotThrowAnyException();
    }

    /** A connection that loses what the engine's dates need, as one of another driver or proxy might. */
    @Test
    void aNodeDoesNotComeUpOnAConnectionThatMovesDates() {
        var moving = new InstantProof(new DelegatingDataSource(application) {
            @Override
            public Connection getConnection() throws SQLException {
                return MovedDates.of(super.getConnection());
            }
        });
        assertThatThrownBy(moving::prove).hasMessageContaining("连接的时区设置有误");
    }

    @Test
    void theProofHoldsInAnyZone() throws SQLException {
        var before = TimeZone.getDefault();
        try (var one = new SingleConnectionDataSource(application.getConnection(), true)) {
            var proofOnOne = new InstantProof(one);
            for (var zone : TimeZone.getAvailableIDs()) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                assertThatCode(proofOnOne::prove).as(zone).doesNotThrowAnyException();
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    void datesAreStillFoundThroughTheirIndexes() throws SQLException {
        indexed("select id_ from public.act_ru_job where duedate_ <= ? order by duedate_ limit 10", "wubu_job_due");
        indexed(
                "select id_ from public.act_ru_task where due_date_ < ? order by due_date_, id_ limit 10",
                "wubu_task_due");
        indexed(
                "select id_ from public.act_ru_task where create_time_ < ? order by create_time_, id_ limit 10",
                "wubu_task_created");
        indexed(
                "select task_id from wubu.worklist where post = 'X' and due < ? order by due, task_id limit 10",
                "worklist_due");
        indexed(
                "select id_ from public.act_hi_procinst where end_time_ < ? order by end_time_ limit 10",
                "act_idx_hi_pro_inst_end");
    }

    /** With its date as a condition of the index, not as a filter behind it. */
    private void indexed(String statement, String index) throws SQLException {
        try (var connection = application.getConnection();
                var settings = connection.createStatement()) {
            connection.setAutoCommit(false);
            settings.execute("set local enable_seqscan = off");
            settings.execute("set local enable_bitmapscan = off");
            try (var explain = connection.prepareStatement("explain (costs off) " + statement)) {
                explain.setTimestamp(1, Timestamp.from(Instant.now()));
                var plan = new StringBuilder();
                try (var rows = explain.executeQuery()) {
                    while (rows.next()) {
                        plan.append(rows.getString(1)).append('\n');
                    }
                }
                assertThat(plan.toString())
                        .containsPattern("Index (Only )?Scan using " + index)
                        .containsPattern("Index Cond: .*<=? '");
            }
            connection.rollback();
        }
    }

    private JdbcClient owner() {
        return Owner.of(application, dataDir);
    }
}

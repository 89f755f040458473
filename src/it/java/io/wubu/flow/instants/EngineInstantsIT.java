package io.wubu.flow.instants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.flywaydb.core.api.migration.JavaMigration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;

/** Dates an older version wrote become the instants they were meant as, or the migration refuses and changes nothing. */
class EngineInstantsIT extends WubuTest {

    private static final String SHANGHAI = "Asia/Shanghai";
    private static final String NEW_YORK = "America/New_York";
    private static final Instant SUMMER = Instant.parse("2026-07-01T10:00:00Z");
    private static final Instant WINTER = Instant.parse("2026-12-01T10:00:00.123Z");

    @Autowired
    private DataSource application;

    @Autowired
    private List<JavaMigration> migrations;

    @Value("${wubu.data-dir}")
    private Path dataDir;

    private OldDatabase old;

    @BeforeEach
    void make() {
        old = new OldDatabase(application, dataDir, migrations);
    }

    @AfterEach
    void drop() {
        old.close();
    }

    @Test
    void datesOfAJvmInUtcStayTheInstantsTheyWere() {
        becomes("UTC", "");
    }

    @Test
    void datesOfAJvmInShanghaiStayTheInstantsTheyWere() {
        becomes(SHANGHAI, "");
    }

    @Test
    void aZoneTheOperatorNamesIsTakenWithItsSummerTime() {
        becomes(NEW_YORK, NEW_YORK);
    }

    @Test
    void doneTasksAloneTellTheZoneToo() {
        old.done("UTC", WINTER);
        old.migrate("");
        assertThat(writtenIn()).isEqualTo("UTC");
        assertThat(old.instant("public.act_hi_taskinst", "end_time_", "H1")).isEqualTo(WINTER);
    }

    @Test
    void aZoneNobodyNamedIsRefusedWithWhatItLooksLike() {
        old.task(NEW_YORK, WINTER);
        refused(() -> old.migrate(""), "-05:00", "wubu.database.written-in", "2 个都不合", "数据没有改动");
    }

    @Test
    void datesOfTwoZonesAreRefusedAndCountedUntilTheOperatorDecides() {
        var ours = old.task(SHANGHAI, WINTER);
        old.task("UTC", SUMMER);
        old.done("UTC", SUMMER);
        refused(() -> old.migrate(""), "5 个日期", "2 个合于 Asia/Shanghai", "3 个合于 UTC", "wubu.database.written-in");
        old.migrate(SHANGHAI);
        assertThat(old.instant("public.act_ru_task", "due_date_", ours)).isEqualTo(WINTER);
    }

    @Test
    void aSettingTheDataContradictsIsRefused() {
        old.task("UTC", WINTER);
        refused(() -> old.migrate(SHANGHAI), "wubu.database.written-in=Asia/Shanghai 与数据不符", "2 个合于 UTC");
        refused(() -> old.migrate(NEW_YORK), "与数据不符");
        refused(() -> old.migrate("Peking"), "不是时区名");
        refused(() -> old.migrate("UTC'; drop table wubu.problem; --"), "不是时区名");
    }

    @Test
    void withoutCasesThereIsNothingToTell() {
        old.migrate("");
        assertThat(writtenIn()).isEqualTo(SHANGHAI);
        assertThat(withoutZone()).isEmpty();
    }

    @Test
    void aViewOfSomebodyElsesIsNamed() {
        old.jdbc()
                .sql("create view public.their_report as select due_date_ from public.act_ru_task")
                .update();
        refused(() -> old.migrate(""), "their_report", "请先删除");
    }

    @Test
    void aNodeStillAtWorkIsToldOf() throws SQLException {
        old.task("UTC", WINTER);
        try (var node = old.source().getConnection();
                var work = node.createStatement()) {
            node.setAutoCommit(false);
            work.execute("update public.act_ru_task set priority_ = 60");
            refused(old::migrateImpatiently, "请先停止全部旧版本节点");
            node.rollback();
        }
        old.migrate("");
        assertThat(writtenIn()).isEqualTo("UTC");
    }

    private void becomes(String zone, String setting) {
        var summer = old.task(zone, SUMMER);
        var winter = old.task(zone, WINTER);
        old.migrate(setting);
        assertThat(writtenIn()).isEqualTo(zone);
        same(summer, SUMMER);
        same(winter, WINTER);
        assertThat(withoutZone()).isEmpty();
        followsTheTask(winter);
    }

    private void same(String id, Instant due) {
        assertThat(old.instant("public.act_ru_task", "due_date_", id)).isEqualTo(due);
        assertThat(old.instant("public.act_ru_job", "duedate_", "J" + id)).isEqualTo(due);
        assertThat(old.instant("wubu.worklist", "due", id)).isEqualTo(due);
    }

    /** The trigger that was taken away is back. */
    private void followsTheTask(String id) {
        old.jdbc()
                .sql("insert into public.act_re_procdef (id_, key_, version_) values ('d', 'assign', 1)")
                .update();
        old.jdbc()
                .sql(
                        "update public.act_ru_task set proc_def_id_ = 'd', due_date_ = due_date_ + interval '1 day' where id_ = :id")
                .param("id", id)
                .update();
        assertThat(old.instant("wubu.worklist", "due", id)).isEqualTo(WINTER.plusSeconds(86400));
    }

    private void refused(ThrowingCallable migration, String... words) {
        var before = old.everything();
        assertThatThrownBy(migration)
                .satisfies(thrown -> assertThat(chain(thrown)).contains(words));
        assertThat(old.everything()).isEqualTo(before);
    }

    private static String chain(Throwable thrown) {
        return thrown == null ? "" : thrown.getMessage() + "\n" + chain(thrown.getCause());
    }

    private String writtenIn() {
        return old.jdbc()
                .sql("select written_in from wubu.engine_dates")
                .query(String.class)
                .single();
    }

    private List<String> withoutZone() {
        return old.jdbc()
                .sql("select table_name || '.' || column_name from information_schema.columns"
                        + " where data_type = 'timestamp without time zone' and table_schema in ('public', 'wubu')"
                        + " and table_name <> 'flyway_schema_history'")
                .query(String.class)
                .list();
    }
}

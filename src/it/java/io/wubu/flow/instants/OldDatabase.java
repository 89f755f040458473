package io.wubu.flow.instants;

import io.wubu.Owner;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A database as the version before V190 left it, on the tests' server, with rows as a JVM of some zone wrote them. */
final class OldDatabase implements AutoCloseable {

    private static final String BEFORE = "180";

    /** Made once, copied for each test. */
    private static final String EMPTY = "old_empty";

    private final JdbcClient server;
    private final String name = "old_" + UUID.randomUUID().toString().substring(0, 8);
    private final DataSource source;
    private final List<JavaMigration> others;
    private int tasks;

    OldDatabase(DataSource application, Path dataDir, List<JavaMigration> migrations) {
        server = Owner.of(application, dataDir);
        others = migrations.stream()
                .filter(migration -> !(migration instanceof EngineInstants))
                .toList();
        if (isNew(EMPTY)) {
            server.sql("create database " + EMPTY).update();
            flyway(source(application, dataDir, EMPTY), "")
                    .target(BEFORE)
                    .load()
                    .migrate();
        }
        server.sql("create database " + name + " template " + EMPTY).update();
        source = source(application, dataDir, name);
    }

    private boolean isNew(String database) {
        return server.sql("select count(*) from pg_database where datname = :name")
                        .param("name", database)
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private static DataSource source(DataSource application, Path dataDir, String database) {
        return new DriverManagerDataSource(
                Owner.address(application).replaceFirst("/[^/]*$", "/" + database),
                Owner.NAME,
                Owner.password(dataDir));
    }

    /** A task with its timer, open till due, in a JVM of that zone; the limit is an instant. Answers the task's id. */
    String task(String zone, Instant due) {
        var id = "T" + ++tasks;
        var local = local(zone, due);
        jdbc().sql("insert into public.act_ru_execution (id_, proc_inst_id_, business_key_) values (:id, :id, :key)")
                .param("id", "P" + id)
                .param("key", "PB-" + id)
                .update();
        jdbc().sql(
                        """
                        insert into public.act_ru_task
                            (id_, execution_id_, proc_inst_id_, task_def_key_, create_time_, due_date_, suspension_state_)
                        values (:id, :instance, :instance, 'rectify', :created, :due, 1)
                        """)
                .param("id", id)
                .param("instance", "P" + id)
                .param("created", local(zone, due.minusSeconds(864000)))
                .param("due", local)
                .update();
        jdbc().sql(
                        """
                        insert into public.act_ru_job (id_, type_, execution_id_, process_instance_id_, duedate_, handler_cfg_)
                        values (:id, 'timer', :instance, :instance, :due, 'rectify$taskListener~rectify_markOverdue')
                        """)
                .param("id", "J" + id)
                .param("instance", "P" + id)
                .param("due", local)
                .update();
        jdbc().sql("insert into wubu.worklist (post, task_id, process, assigned, active, created, due)"
                        + " values ('X', :id, 'assign', false, true, :due, :due)")
                .param("id", id)
                .param("due", local)
                .update();
        limit("PB-" + id, due);
        return id;
    }

    /** A task that was done then, and its entry in the case record. */
    void done(String zone, Instant at) {
        var id = "H" + ++tasks;
        jdbc().sql("insert into public.act_hi_procinst (id_, proc_inst_id_, business_key_, proc_def_id_, start_time_)"
                        + " values (:id, :id, :key, 'x', :at)")
                .param("id", "P" + id)
                .param("key", "PB-" + id)
                .param("at", local(zone, at))
                .update();
        jdbc().sql(
                        "insert into public.act_hi_taskinst (id_, proc_inst_id_, task_def_key_, start_time_, end_time_, delete_reason_)"
                                + " values (:id, :instance, 'signIn', :at, :at, 'completed')")
                .param("id", id)
                .param("instance", "P" + id)
                .param("at", local(zone, at))
                .update();
        jdbc().sql("insert into wubu.record_entry (subject, step, label, by_user, post, at)"
                        + " values (:subject, 'signIn', '签收', 'x', 'x', :at)")
                .param("subject", "PB-" + id)
                .param("at", at.plusMillis(400).atOffset(ZoneOffset.UTC))
                .update();
    }

    private void limit(String subject, Instant due) {
        jdbc().sql(
                        """
                        insert into wubu.running_limit (subject, step, region_code, start_at, amount, unit, rolls, source,
                                                        due_at, original_due_at, provisional, calendar_version)
                        values (:subject, 'rectify', '130403', :due, 1, 'HOUR', false, 'x', :due, :due, false, 1)
                        """)
                .param("subject", subject)
                .param("due", due.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Goes on to the version of today, with what the operator says. */
    void migrate(String writtenIn) {
        flyway(source, writtenIn).load().migrate();
    }

    /** The same by a role that waits for locks no longer than that. */
    void migrateImpatiently() {
        flyway(source, "").initSql("set lock_timeout = '300ms'").load().migrate();
    }

    private FluentConfiguration flyway(DataSource database, String writtenIn) {
        var all = new ArrayList<>(others);
        all.add(new EngineInstants(writtenIn));
        return Flyway.configure()
                .dataSource(database)
                .schemas("wubu")
                .defaultSchema("wubu")
                .locations("classpath:db/migration")
                .javaMigrations(all.toArray(JavaMigration[]::new));
    }

    JdbcClient jdbc() {
        return JdbcClient.create(source);
    }

    DataSource source() {
        return source;
    }

    /** The instant in a column of the one row of that id. */
    Instant instant(String table, String column, String id) {
        return Instant.ofEpochMilli(jdbc().sql("select (extract(epoch from " + column + ") * 1000)::bigint from "
                        + table + " where " + (table.startsWith("wubu") ? "task_id" : "id_") + " = :id")
                .param("id", id)
                .query(Long.class)
                .single());
    }

    /** Everything of the engine's tables that could have changed, as text. */
    List<String> everything() {
        var rows = new ArrayList<String>();
        for (var table :
                List.of("public.act_ru_task", "public.act_ru_job", "public.act_hi_taskinst", "wubu.worklist")) {
            rows.addAll(jdbc().sql("select pg_typeof(x)::text || x::text from " + table + " x order by 1")
                    .query(String.class)
                    .list());
        }
        rows.addAll(jdbc().sql("select column_name || data_type from information_schema.columns"
                        + " where table_schema in ('public', 'wubu') order by 1")
                .query(String.class)
                .list());
        return rows;
    }

    private static LocalDateTime local(String zone, Instant at) {
        return at.atZone(ZoneId.of(zone)).toLocalDateTime();
    }

    @Override
    public void close() {
        server.sql("drop database " + name + " with (force)").update();
    }
}

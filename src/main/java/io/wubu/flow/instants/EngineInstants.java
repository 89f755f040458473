package io.wubu.flow.instants;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes instants of the engine's dates (docs/adr/0015-instants.md): they were local times of whatever zone the JVM that
 * wrote them had. Everything stands in one transaction, so what it refuses stays as it was.
 */
@Component
class EngineInstants implements JavaMigration {

    private static final Logger LOG = LoggerFactory.getLogger(EngineInstants.class);

    /** Waits for running transactions as long as the role says, or 30 s (默认值); the work itself takes as long as it takes. */
    private static final String PATIENCE =
            """
            select set_config('lock_timeout', case current_setting('lock_timeout') when '0' then '30s'
                       else current_setting('lock_timeout') end, true),
                   set_config('statement_timeout', '0', true)
            """;

    /** Each table with what makes instants of its columns; the session's zone says what they were. */
    private static final String CONVERSIONS =
            """
            select format('%I.%I', c.table_schema, c.table_name),
                   string_agg(format('alter column %I type timestamptz', c.column_name), ', ' order by c.ordinal_position)
            from information_schema.columns c
            join information_schema.tables t using (table_schema, table_name)
            where t.table_type = 'BASE TABLE' and c.data_type = 'timestamp without time zone'
              and (c.table_schema = 'public' and c.table_name like 'act\\_%'
                   or c.table_schema = 'wubu' and c.table_name = 'worklist')
            group by 1
            order by 1
            """;

    private static final String RECORD =
            """
            create table wubu.engine_dates (
                id         bigint      generated always as identity primary key,
                format     text        not null,
                written_in text        not null,
                compared   bigint      not null,
                told_by    text        not null,
                at         timestamptz not null default clock_timestamp()
            );
            create trigger engine_dates_append_only before update or delete or truncate on wubu.engine_dates
                for each statement execute function wubu.refuse_change();
            comment on table wubu.engine_dates is '引擎的日期列改为时刻（timestamptz）时的认定，只增不改';
            comment on column wubu.engine_dates.id is '标识';
            comment on column wubu.engine_dates.format is '日期列的类型';
            comment on column wubu.engine_dates.written_in is '此前写入时的时区';
            comment on column wubu.engine_dates.compared is '核对的日期数';
            comment on column wubu.engine_dates.told_by is '认定的依据';
            comment on column wubu.engine_dates.at is '时间'
            """;

    /** Busy, deadlocked; something of somebody else's that hangs on a column. */
    private static final Set<String> IN_USE = Set.of("55P03", "40P01");

    private static final String HANGS_ON = "0A000";

    private final String setting;

    EngineInstants(@Value("${" + WrittenIn.SETTING + ":}") String setting) {
        this.setting = setting.strip();
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("190");
    }

    @Override
    public String getDescription() {
        return "engine instants";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    /** What is refused is told in a line of its own: Flyway and Spring wrap it deeper than a log line is long. */
    @Override
    public void migrate(Context context) throws Exception {
        try {
            convert(context.getConnection());
        } catch (IllegalStateException e) {
            LOG.error(e.getMessage());
            throw e;
        } catch (SQLException e) {
            throw refusal(e);
        }
    }

    private static Exception refusal(SQLException e) {
        var state = String.valueOf(e.getSQLState());
        if (!IN_USE.contains(state) && !HANGS_ON.equals(state)) {
            return e;
        }
        var words = IN_USE.contains(state)
                ? "引擎的表正被其他节点使用，日期无法改为时刻；请先停止全部旧版本节点再启动。数据没有改动 (the engine's tables are in use)"
                : "有另建的视图、触发器等依赖引擎的日期列，请先删除、启动后再建：" + e.getMessage()
                        + "。数据没有改动 (something of your own hangs on a date column)";
        LOG.error(words);
        return new IllegalStateException(words, e);
    }

    private void convert(Connection connection) throws SQLException {
        var conversions = conversions(connection);
        try (var statement = connection.createStatement()) {
            statement.execute(PATIENCE);
            statement.execute("lock table "
                    + String.join(
                            ", ", conversions.stream().map(Conversion::table).toList())
                    + ", wubu.running_limit, wubu.record_entry in access exclusive mode");
            var found = WrittenIn.find(connection, setting);
            LOG.info("引擎的日期列改为时刻：此前写入时的时区认定为 {}（{}）", found.zone(), found.words());
            statement.execute(WorklistCopy.DROP);
            statement.execute("set local timezone = '" + found.zone().replace("'", "''") + "'");
            for (var conversion : conversions) {
                statement.execute("alter table " + conversion.table() + " " + conversion.columns());
            }
            statement.execute(WorklistCopy.CREATE);
            statement.execute(RECORD);
            record(connection, found);
        }
    }

    private static void record(Connection connection, WrittenIn found) throws SQLException {
        try (var insert = connection.prepareStatement(
                "insert into wubu.engine_dates (format, written_in, compared, told_by) values ('timestamptz', ?, ?, ?)")) {
            insert.setString(1, found.zone());
            insert.setLong(2, found.compared());
            insert.setString(3, found.words());
            insert.executeUpdate();
        }
    }

    private static List<Conversion> conversions(Connection connection) throws SQLException {
        var conversions = new ArrayList<Conversion>();
        try (var ask = connection.prepareStatement(CONVERSIONS);
                var rows = ask.executeQuery()) {
            while (rows.next()) {
                conversions.add(new Conversion(rows.getString(1), rows.getString(2)));
            }
        }
        return conversions;
    }

    private record Conversion(String table, String columns) {}
}

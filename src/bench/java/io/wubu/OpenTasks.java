package io.wubu;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Many open tasks, written in bulk as the engine would have written them; the same ones for every engine. */
record OpenTasks(int many) {

    /** Task n: its county, its post, whether it is claimed. Regions: table {@code region} of the same database. */
    private static final String SHAPE =
            """
            create table shape as
            with county as (select code, row_number() over (order by code) - 1 no, count(*) over () many
                            from wubu.region where level = 'county' and city_code in (select code from wubu.region where campaign)
                              and code not like '%%00'),
            place as (select n, c.code, rpad(left(c.code, 4), 6, '0') city, rpad(left(c.code, 2), 6, '0') province
                      from generate_series(1, %d) n join county c on c.no = (n * 7919) %% c.many)
            select n, code,
                   case when n %% 20 = 0 then 'MINISTRY_SUPERVISION_OFFICE@000000' when n %% 20 = 1 then 'PROVINCE_OFFICE@' || province
                        when n %% 20 < 7 then 'CITY_ECO_OFFICE@' || city when n %% 20 < 10 then 'COUNTY_GOV@' || code
                        when n %% 20 < 13 then 'COUNTY_LEADER@' || code else 'RESPONSIBLE_UNIT@' || code end post,
                   case when (n / 20) %% 10 < 3 then 'somebody' end assignee,
                   timestamptz '2026-11-01 09:00+08' + n * interval '17 seconds' created,
                   timestamptz '2026-11-10 18:00+08' + (n %% 40) * interval '1 day' due
            from place
            """;

    private static final String EXECUTIONS =
            """
            insert into act_ru_execution (id_, rev_, proc_inst_id_, root_proc_inst_id_, business_key_, proc_def_id_, act_id_,
                is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_,
                sequence_counter_, tenant_id_)
            select 'e' || n, 1, 'e' || n, 'e' || n, 'BENCH-' || n, '%s', 'signIn', true, false, true, false, 1, 2, 1, %s from shape
            """;

    private static final String TASKS =
            """
            insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, assignee_,
                priority_, create_time_, due_date_, suspension_state_, tenant_id_)
            select 't' || n, 1, 'e' || n, 'e' || n, '%s', '签收', 'signIn', assignee, 50, created, due, 1, %s from shape
            """;

    private static final String CANDIDATES =
            """
            insert into act_ru_identitylink (id_, rev_, type_, group_id_, task_id_)
            select 'l' || n, 1, 'candidate', post, 't' || n from shape
            """;

    /** What the stock engine writes for each candidate group of a task: it may read and update that task. */
    private static final String GRANTS =
            """
            insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)
            select 'a' || n, 1, 1, post, 7, 't' || n, 6 from shape
            """;

    /** Writes them as tasks of regions, for an engine whose grants stand on process definitions. */
    void writeWithRegions(DataSource database, String definition) {
        write(database, definition, "code");
    }

    /** Writes them without regions, with a grant for each. */
    void writeWithGrants(DataSource database, String definition) {
        write(database, definition, "null");
        run(database, List.of(GRANTS));
    }

    private void write(DataSource database, String definition, String tenant) {
        run(
                database,
                List.of(
                        SHAPE.formatted(many),
                        EXECUTIONS.formatted(definition, tenant),
                        TASKS.formatted(definition, tenant),
                        CANDIDATES));
    }

    private static void run(DataSource database, List<String> statements) {
        new JdbcTemplate(database).execute((Statement statement) -> {
            for (var sql : statements) {
                execute(statement, sql);
            }
            execute(statement, "analyze");
            return null;
        });
    }

    private static void execute(Statement statement, String sql) throws SQLException {
        statement.execute(sql);
    }
}

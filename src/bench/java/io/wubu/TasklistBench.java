package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.people.Role;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What Tasklist asks for (a count and a list of 15) with many open tasks, of the stock engine with authorization on (a grant
 * for each task, as it writes them) and of ours with its regions, in one run on one database server, through the engine's
 * services. Run: {@code mvn -Pbench test-compile failsafe:integration-test -Dit.test=TasklistBench -Dtasks=100000}
 */
class TasklistBench extends WubuTest {

    private static final int TASKS = Integer.getInteger("tasks", 100_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 7);

    /** Task n: its county, its post, whether it is claimed; the same for both engines. */
    private static final String SHAPE =
            """
            create temp table shape as
            with county as (select code, parent_code, row_number() over (order by code) - 1 no, count(*) over () many
                            from wubu.region where level = 'county' and city_code in (select code from wubu.region where campaign)
                              and code not like '%00'),
            place as (select n, c.code, rpad(left(c.code, 4), 6, '0') city, rpad(left(c.code, 2), 6, '0') province
                      from generate_series(1, ?) n join county c on c.no = (n * 7919) % c.many)
            select n, code,
                   case when n % 20 = 0 then 'MINISTRY_SUPERVISION_OFFICE@000000' when n % 20 = 1 then 'PROVINCE_OFFICE@' || province
                        when n % 20 < 7 then 'CITY_ECO_OFFICE@' || city when n % 20 < 10 then 'COUNTY_GOV@' || code
                        when n % 20 < 13 then 'COUNTY_LEADER@' || code else 'RESPONSIBLE_UNIT@' || code end post,
                   case when (n / 20) % 10 < 3 then 'somebody' end assignee,
                   timestamp '2026-11-01 09:00' + n * interval '17 seconds' created,
                   timestamp '2026-11-10 18:00' + (n % 40) * interval '1 day' due
            from place
            """;

    @Autowired
    private DataSource dataSource;

    /** Who asks, with which groups, of which region. */
    private record Reader(String name, String account, List<String> groups, String region) {}

    @Test
    void measure() {
        var ours = new JdbcTemplate(dataSource);
        var readers = List.of(
                reader("县区一岗", List.of(account(Role.COUNTY_GOV, "130403")), "130403"),
                reader(
                        "三岗",
                        List.of(
                                account(Role.CITY_ECO_OFFICE, "130400"),
                                account(Role.COUNTY_GOV, "130403"),
                                account(Role.RESPONSIBLE_UNIT, "130404")),
                        "130400"),
                reader("省", List.of(account(Role.PROVINCE_OFFICE, "130000")), "130000"),
                reader("部", List.of(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY)), MINISTRY));
        var number = importedProblem(COUNTY, "散乱污");
        var definition = task(number, "signIn").getProcessDefinitionId();
        fill(ours, definition, true);
        var stock = stock();
        for (var reader : readers) {
            compare(reader, stock);
        }
    }

    private void compare(Reader reader, ProcessEngine stock) {
        var times = new LinkedHashMap<String, List<Long>>();
        for (var round = 0; round < ROUNDS; round++) {
            stock.getIdentityService().setAuthentication(reader.account(), reader.groups());
            if (round < 3) {
                time(times, "stock count", () -> tasks(stock).count());
                time(times, "stock list", () -> newest(tasks(stock)).listPage(0, 15));
            }
            engine.getIdentityService().setAuthentication(reader.account(), reader.groups(), List.of(reader.region()));
            try {
                time(times, "ours count, no filter", () -> tasks(engine).count());
                time(times, "ours list, no filter", () -> newest(tasks(engine)).listPage(0, 15));
                for (Filter filter :
                        engine.getFilterService().createFilterQuery().list()) {
                    time(times, "ours count " + filter.getName(), () -> engine.getFilterService()
                            .count(filter.getId(), tasks(engine)));
                    time(times, "ours list " + filter.getName(), () -> engine.getFilterService()
                            .listPage(filter.getId(), newest(tasks(engine)), 0, 15));
                }
            } finally {
                engine.getIdentityService().clearAuthentication();
            }
        }
        print(reader, times);
    }

    private static void print(Reader reader, Map<String, List<Long>> times) {
        times.forEach((what, all) -> {
            var stock = median(times.get(what.contains("count") ? "stock count" : "stock list"));
            System.out.printf(
                    "%-6s %-28s %9.2f ms   1/%.0f%n",
                    reader.name(), what, median(all) / 1e6, (double) stock / median(all));
        });
    }

    private static void time(Map<String, List<Long>> times, String what, Supplier<Object> request) {
        var begin = System.nanoTime();
        assertThat(request.get()).isNotNull();
        times.computeIfAbsent(what, none -> new ArrayList<>()).add(System.nanoTime() - begin);
    }

    private static long median(List<Long> all) {
        var sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static TaskQuery tasks(ProcessEngine engine) {
        return engine.getTaskService().createTaskQuery().active();
    }

    private static TaskQuery newest(TaskQuery query) {
        return query.orderByTaskCreateTime().desc();
    }

    private Reader reader(String name, List<String> accounts, String region) {
        var groups = new ArrayList<String>();
        for (var account : accounts) {
            engine.getIdentityService().createGroupQuery().groupMember(account).list().stream()
                    .map(group -> group.getId())
                    .filter(group -> !groups.contains(group))
                    .forEach(groups::add);
        }
        return new Reader(name, accounts.get(0), groups, region);
    }

    /** Executions, tasks and candidate groups in bulk, as the engine would have written them. */
    private void fill(JdbcTemplate jdbc, String definition, boolean regions) {
        jdbc.execute((java.sql.Connection connection) -> {
            try (var shape = connection.prepareStatement(SHAPE)) {
                shape.setInt(1, TASKS);
                shape.execute();
            }
            try (var statement = connection.createStatement()) {
                rows(definition).forEach(sql -> run(statement, sql));
                statement.execute("drop table shape");
            }
            return null;
        });
    }

    private static List<String> rows(String definition) {
        return List.of(
                """
                insert into act_ru_execution (id_, rev_, proc_inst_id_, root_proc_inst_id_, business_key_, proc_def_id_, act_id_,
                    is_active_, is_concurrent_, is_scope_, is_event_scope_, suspension_state_, cached_ent_state_,
                    sequence_counter_, tenant_id_)
                select 'e' || n, 1, 'e' || n, 'e' || n, 'BENCH-' || n, '%s', 'signIn', true, false, true, false, 1, 2, 1, code from shape
                """
                        .formatted(definition),
                """
                insert into act_ru_task (id_, rev_, execution_id_, proc_inst_id_, proc_def_id_, name_, task_def_key_, assignee_,
                    priority_, create_time_, due_date_, suspension_state_, tenant_id_)
                select 't' || n, 1, 'e' || n, 'e' || n, '%s', '签收', 'signIn', assignee, 50, created, due, 1, code from shape
                """
                        .formatted(definition),
                """
                insert into act_ru_identitylink (id_, rev_, type_, group_id_, task_id_)
                select 'l' || n, 1, 'candidate', post, 't' || n from shape
                """,
                "analyze act_ru_execution",
                "analyze act_ru_task",
                "analyze act_ru_identitylink");
    }

    private static void run(java.sql.Statement statement, String sql) {
        try {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The engine as it comes, authorization on, in a database of its own, with the same tasks and a grant for each. */
    private ProcessEngine stock() {
        var address = new JdbcTemplate(dataSource)
                .execute((java.sql.Connection c) ->
                        c.getMetaData().getURL() + "|" + c.getMetaData().getUserName());
        var url = address.split("\\|")[0];
        var admin = new JdbcTemplate(dataSource);
        admin.execute("drop database if exists stock");
        admin.execute("create database stock");
        var stockUrl = url.replaceFirst("/[^/?]+(\\?|$)", "/stock$1");
        var source = new DriverManagerDataSource(stockUrl, address.split("\\|")[1], "");
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("stock");
        configuration.setDataSource(source);
        configuration.setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE);
        configuration.setAuthorizationEnabled(true);
        configuration.setHistory("none");
        configuration.setJobExecutorActivate(false);
        configuration.setEnforceHistoryTimeToLive(false);
        configuration.setMetricsEnabled(false);
        var engine = configuration.buildProcessEngine();
        var model = Bpmn.createExecutableProcess("one")
                .startEvent()
                .userTask("signIn")
                .endEvent()
                .done();
        engine.getRepositoryService()
                .createDeployment()
                .addModelInstance("one.bpmn", model)
                .deploy();
        var definition = engine.getRepositoryService()
                .createProcessDefinitionQuery()
                .singleResult()
                .getId();
        var jdbc = new JdbcTemplate(source);
        copyShape(jdbc);
        rows(definition).forEach(jdbc::execute);
        jdbc.execute(
                """
                insert into act_ru_authorization (id_, rev_, type_, group_id_, resource_type_, resource_id_, perms_)
                select 'a' || n, 1, 1, post, 7, 't' || n, 6 from shape
                """);
        jdbc.execute("analyze act_ru_authorization");
        return engine;
    }

    /** The shape is made again over there from the regions here. */
    private void copyShape(JdbcTemplate stock) {
        stock.execute("create schema wubu");
        stock.execute(
                "create table wubu.region (code text, parent_code text, level text, city_code text, campaign boolean)");
        var regions = new JdbcTemplate(dataSource)
                .query(
                        "select code, parent_code, level, city_code, campaign from wubu.region",
                        (row, no) -> new Object[] {
                            row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getBoolean(5)
                        });
        stock.batchUpdate("insert into wubu.region values (?, ?, ?, ?, ?)", regions);
        stock.update(SHAPE.replace("create temp table", "create table"), TASKS);
    }
}

package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.people.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What Tasklist asks for (a count and a list of 15) with many open tasks, of the stock engine with authorization on (a grant
 * for each task, as it writes them) and of ours with its regions, in one run on one database server, through the engine's
 * services. Run: {@code mvn -Pbench test-compile failsafe:integration-test -Dit.test=TasklistBench -Dtasks=100000}
 */
class TasklistBench extends WubuTest {

    private static final int TASKS = Integer.getInteger("tasks", 100_000);
    private static final int ROUNDS = Integer.getInteger("rounds", 101);
    private static final int STOCK_ROUNDS = Integer.getInteger("stockRounds", 1);

    private static final List<String> STOCK =
            List.of("stock count", "stock list by creation", "stock list by due date");

    @Autowired
    private DataSource dataSource;

    @Value("${wubu.data-dir}")
    private Path dataDir;

    /** Who asks, with which groups, of which region. */
    private record Reader(String name, String account, List<String> groups, String region) {}

    @Test
    void measure() {
        var readers = List.of(
                reader("县区一岗", List.of(account(Role.COUNTY_GOV, "130403")), "130403"),
                reader("市一岗", List.of(account(Role.CITY_ECO_OFFICE, "130400")), "130400"),
                reader(
                        "三岗",
                        List.of(
                                account(Role.CITY_ECO_OFFICE, "130400"),
                                account(Role.COUNTY_GOV, "130403"),
                                account(Role.RESPONSIBLE_UNIT, "130404")),
                        "130400"),
                reader("省", List.of(account(Role.PROVINCE_OFFICE, "130000")), "130000"),
                reader("部", List.of(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY)), MINISTRY));
        var definition = task(importedProblem(COUNTY, "散乱污"), "signIn").getProcessDefinitionId();
        var tasks = new OpenTasks(TASKS);
        tasks.writeWithRegions(
                new DriverManagerDataSource(Owner.address(dataSource), Owner.NAME, Owner.password(dataDir)),
                definition);
        var stock = StockEngine.with(tasks, dataSource, Owner.NAME, Owner.password(dataDir));
        for (var reader : readers) {
            compare(reader, stock);
        }
    }

    private void compare(Reader reader, ProcessEngine stock) {
        for (var round = 0; round < ROUNDS; round++) {
            askOurs(reader, new LinkedHashMap<>()); // warm
        }
        var times = new LinkedHashMap<String, List<Long>>();
        for (var round = 0; round < STOCK_ROUNDS; round++) {
            askStock(reader, stock, times);
        }
        for (var round = 0; round < ROUNDS; round++) {
            askOurs(reader, times);
        }
        print(reader, times);
    }

    private static void askStock(Reader reader, ProcessEngine stock, Map<String, List<Long>> times) {
        stock.getIdentityService().setAuthentication(reader.account(), reader.groups());
        time(times, "stock count", () -> tasks(stock).count());
        time(times, "stock list by creation", () -> newest(tasks(stock)).listPage(0, 15));
        time(times, "stock list by due date", () -> firstDue(tasks(stock)).listPage(0, 15));
    }

    private void askOurs(Reader reader, Map<String, List<Long>> times) {
        engine.getIdentityService().setAuthentication(reader.account(), reader.groups(), List.of(reader.region()));
        try {
            time(times, "ours count, no filter", () -> tasks(engine).count());
            time(times, "ours list by creation, no filter", () -> newest(tasks(engine))
                    .listPage(0, 15));
            for (Filter filter : engine.getFilterService().createFilterQuery().list()) {
                time(times, "ours count " + filter.getName(), () -> engine.getFilterService()
                        .count(filter.getId(), tasks(engine)));
                time(times, "ours list by creation " + filter.getName(), () -> engine.getFilterService()
                        .listPage(filter.getId(), newest(tasks(engine)), 0, 15));
                time(times, "ours list by due date " + filter.getName(), () -> engine.getFilterService()
                        .listPage(filter.getId(), firstDue(tasks(engine)), 0, 15));
            }
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private static void print(Reader reader, Map<String, List<Long>> times) {
        times.forEach((what, all) -> {
            var stock = median(times.get(STOCK.stream()
                    .filter(like -> what.contains(like.substring(6)))
                    .findFirst()
                    .orElseThrow()));
            System.out.printf(
                    "%-6s %-34s median %9.2f ms  best %9.2f  worst %9.2f   1/%.0f%n",
                    reader.name(),
                    what,
                    median(all) / 1e6,
                    Collections.min(all) / 1e6,
                    Collections.max(all) / 1e6,
                    (double) stock / median(all));
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

    private static TaskQuery firstDue(TaskQuery query) {
        return query.orderByDueDate().asc();
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
}

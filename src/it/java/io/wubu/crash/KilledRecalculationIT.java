package io.wubu.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application dies ({@code kill -9}) while it reckons the limits again; the next start goes on where it stood. */
class KilledRecalculationIT {

    private static final int PROBLEMS = 30;
    private static final String SMALL_CHUNKS = "--wubu.recalculation.chunk=5";

    private Node node;

    @AfterEach
    void stop() throws Exception {
        if (node != null) {
            node.close();
        }
    }

    @Test
    void everyLimitIsMovedOnceAlthoughTheFirstRunDied() throws Exception {
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "kill");
        node = Node.start(data, SMALL_CHUNKS);
        importProblems();
        var dayOff = dueDay(node.database());

        killHalfWay(dayOff);
        node = Node.start(data, SMALL_CHUNKS);

        var database = node.database();
        await("the recalculation").atMost(Duration.ofSeconds(60)).until(() -> finished(database));
        assertThat(one(database, "select total - done from wubu.recalculation")).isZero();
        assertThat(one(database, "select moved from wubu.recalculation")).isEqualTo(PROBLEMS);
        assertThat(one(database, "select count(*) from wubu.recalculation_line"))
                .isEqualTo(PROBLEMS);
        assertThat(one(database, "select count(distinct limit_id) from wubu.recalculation_line"))
                .isEqualTo(PROBLEMS);
        assertThat(one(database, "select count(*) from wubu.record_entry where step = 'limitRECALCULATED'"))
                .isEqualTo(PROBLEMS);
        assertThat(one(database, DIFFERENT))
                .as("tasks and timers that are not at their limit's date")
                .isZero();
    }

    /** Tasks, and timers that mark them overdue, whose date is not that of the open limit of their step. */
    private static final String DIFFERENT =
            """
            select count(*) from wubu.running_limit l
            join act_ru_execution e on e.business_key_ = l.subject and e.id_ = e.proc_inst_id_
            join act_ru_task t on t.proc_inst_id_ = e.id_ and t.task_def_key_ = l.step
            left join act_ru_job j on j.process_instance_id_ = e.id_ and j.handler_cfg_ like '%' || l.step || '_markOverdue'
            where l.ended_at is null and (t.due_date_ is distinct from l.due_at
                or j.duedate_ is distinct from l.due_at)
            """;

    /** Somebody holds one of the tasks, so the run stands still in the middle; there it is killed. */
    private void killHalfWay(LocalDate dayOff) throws Exception {
        try (var holder = DriverManager.getConnection(node.databaseAddress())) {
            holder.setAutoCommit(false);
            try (var statement = holder.createStatement()) {
                statement.executeQuery(
                        """
                        select t.id_ from act_ru_task t
                        join act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ =
                            (select subject from wubu.running_limit where step = 'signIn' order by id offset 15 limit 1)
                        for update of t
                        """);
                send(
                        "PUT",
                        "/api/calendar/days/" + dayOff,
                        "application/json",
                        "{\"work\":false,\"name\":\"临时放假\",\"source\":\"试验\"}",
                        Seed.ADMIN);
                var database = node.database();
                await("half of the run")
                        .atMost(Duration.ofSeconds(60))
                        .until(() ->
                                one(database, "select coalesce(max(done), 0) from wubu.recalculation") >= PROBLEMS / 2);
            }
            node.kill();
            holder.rollback();
        }
        var database = node.database();
        assertThat(one(database, "select total - done from wubu.recalculation")).isPositive();
    }

    private void importProblems() throws Exception {
        var rows = new StringBuilder("发现日期,省,市,县区,点位名称,问题类型,问题描述\n");
        for (var no = 0; no < PROBLEMS; no++) {
            rows.append("%s,河北省,邯郸市,丛台区,断电点位%d,散乱污,现场正在生产\n".formatted(LocalDate.now(), no));
        }
        var boundary = "----wubu";
        var body =
                "--%1$s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"l.csv\"\r\nContent-Type: text/csv\r\n\r\n%2$s\r\n--%1$s--\r\n"
                        .formatted(boundary, rows);
        send("POST", "/api/ledger/import", "multipart/form-data; boundary=" + boundary, body, Seed.OFFICE);
    }

    private void send(String method, String path, String type, String body, String account) throws Exception {
        var password = (account + ":" + Seed.PASSWORD).getBytes(StandardCharsets.UTF_8);
        var request = HttpRequest.newBuilder(URI.create(node.address() + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(password))
                .header("Content-Type", type)
                .method(method, BodyPublishers.ofString(body))
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static LocalDate dueDay(JdbcClient database) {
        return database.sql(
                        "select (min(due_at) at time zone 'Asia/Shanghai')::date from wubu.running_limit where step = 'signIn'")
                .query(LocalDate.class)
                .single();
    }

    private static boolean finished(JdbcClient database) {
        return one(database, "select count(*) from wubu.recalculation where finished_at is not null") == 1;
    }

    private static long one(JdbcClient database, String sql) {
        return database.sql(sql).query(Long.class).single();
    }
}

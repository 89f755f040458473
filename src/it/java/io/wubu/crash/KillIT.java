package io.wubu.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wubu.crash.Reporter.Acknowledged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application dies in the middle of the work ({@code kill -9}) and starts again: nothing is lost, nothing doubled. */
class KillIT {

    private static final int CLIENTS = 4;
    private static final int ACKNOWLEDGED = 40;

    private final BlockingQueue<Acknowledged> acknowledged = new LinkedBlockingQueue<>();
    private final AtomicBoolean killed = new AtomicBoolean();
    private final ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
    private Node node;

    @AfterEach
    void stop() throws IOException, InterruptedException {
        clients.shutdownNow();
        if (node != null) {
            node.close();
        }
    }

    @Test
    void noAcknowledgedStepIsLostAndAnOverdueTimerFiresOnce() throws Exception {
        var data = Files.createTempDirectory(Files.createDirectories(Path.of("target")), "kill");
        node = Node.start(data);
        killUnderLoad();
        var late = acknowledged.peek();
        var timer = fallsDueMeanwhile(node.database(), late.number());

        node = Node.start(data);

        var database = node.database();
        await("the timer").atMost(Duration.ofSeconds(60)).until(() -> successes(database, timer) > 0);
        await("all due jobs").atMost(Duration.ofSeconds(60)).until(() -> dueJobs(database) == 0);
        for (var one : acknowledged) {
            isThere(one, one.equals(late));
        }
        isWhole(database);
        firedOnce(database, late.number(), timer);
    }

    private void killUnderLoad() throws InterruptedException {
        for (var client = 0; client < CLIENTS; client++) {
            var name = "断电点位" + client + "-";
            clients.submit(() -> reportWithoutEnd(name));
        }
        await("load").atMost(Duration.ofMinutes(3)).until(() -> acknowledged.size() >= ACKNOWLEDGED);
        killed.set(true);
        node.kill();
        clients.shutdown();
        assertThat(clients.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Goes on while the server dies; only what was answered counts. */
    private void reportWithoutEnd(String name) {
        var reporter = new Reporter(node.address());
        for (var no = 0; !Thread.currentThread().isInterrupted(); no++) {
            try {
                acknowledged.add(reporter.report(name + no));
            } catch (IOException e) {
                if (killed.get()) {
                    return;
                }
                throw new IllegalStateException(e);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** While nothing runs, the date of the team leader's step goes by: its escalation timer, and only this one, is due. */
    private static String fallsDueMeanwhile(JdbcClient database, String number) {
        return database.sql(
                        """
                        update act_ru_job j set duedate_ = now() - interval '1 minute', lock_owner_ = null,
                            lock_exp_time_ = null
                        from act_ru_jobdef d, act_ru_execution e
                        where d.id_ = j.job_def_id_ and e.id_ = j.process_instance_id_
                          and d.act_id_ = 'submitFindingOverdue' and e.business_key_ = :number
                        returning j.id_
                        """)
                .param("number", number)
                .query(String.class)
                .single();
    }

    private void isThere(Acknowledged one, boolean urged) throws IOException, InterruptedException {
        var reporter = new Reporter(node.address());
        var file = reporter.problem(one.number());
        assertThat(file.path("record").path("siteName").asText()).isEqualTo(one.site());
        var steps = new ArrayList<String>();
        file.path("entries").forEach(entry -> steps.add(entry.path("step").asText()));
        assertThat(steps).filteredOn("register"::equals).as(one.number()).hasSize(1);
        var tasks = file.path("tasks").findValuesAsText("name");
        assertThat(tasks).as(one.number()).hasSize(urged ? 2 : 1);
        assertThat(file.path("entries").toString()).contains(one.photos());
        for (var photo : one.photos()) {
            assertThat(reporter.photoSize(photo)).as("photo of " + one.number()).isPositive();
        }
    }

    /** Every problem has its one process, every process its problem, and nothing stands still. */
    static void isWhole(JdbcClient database) {
        assertThat(database.sql("select site_id::text from wubu.problem group by site_id having count(*) > 1")
                        .query(String.class)
                        .list())
                .as("reported twice")
                .isEmpty();
        assertThat(database.sql(
                                """
                                select coalesce(p.number, i.business_key_) from wubu.problem p
                                full join (
                                    select business_key_, count(*) as instances from act_hi_procinst
                                    where proc_def_key_ = 'fiveStep' group by business_key_) i
                                  on i.business_key_ = p.number
                                where i.instances is distinct from 1 or p.number is null
                                """)
                        .query(String.class)
                        .list())
                .as("problem without its one process")
                .isEmpty();
        assertThat(count(database, "act_ru_incident")).as("incidents").isZero();
        assertThat(count(database, "act_ru_job where retries_ = 0")).isZero();
    }

    private static void firedOnce(JdbcClient database, String number, String timer) {
        assertThat(successes(database, timer)).isEqualTo(1);
        assertThat(database.sql("select count(*) from wubu.record_entry where subject = :number and step = 'escalated'")
                        .param("number", number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(database.sql(
                                """
                                select count(*) from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_
                                where t.task_def_key_ = 'urge'
                                """)
                        .query(Integer.class)
                        .single())
                .as("superior's tasks")
                .isEqualTo(1);
    }

    private static int successes(JdbcClient database, String timer) {
        return database.sql("select count(*) from act_hi_job_log where job_id_ = :job and job_state_ = 2")
                .param("job", timer)
                .query(Integer.class)
                .single();
    }

    private static int dueJobs(JdbcClient database) {
        return count(database, "act_ru_job where duedate_ is null or duedate_ <= now()");
    }

    private static int count(JdbcClient database, String rows) {
        return database.sql("select count(*) from " + rows).query(Integer.class).single();
    }
}

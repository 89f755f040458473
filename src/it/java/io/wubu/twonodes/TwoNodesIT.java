package io.wubu.twonodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.wubu.Owner;
import io.wubu.WubuTest;
import io.wubu.audit.chain.AuditReading;
import io.wubu.flow.engine.JobSwitch;
import io.wubu.people.Role;
import io.wubu.regions.Region;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.util.FileSystemUtils;

/**
 * Two nodes on one database: a deadline fires once, a node whose clock is wrong leaves the work to the other, and who is let in
 * by one is known to both.
 */
class TwoNodesIT extends WubuTest {

    private static final int CASES = 70;
    private static final Duration SOON = Duration.ofSeconds(40);

    @Autowired
    private DataSource server;

    @Value("${wubu.data-dir}")
    private Path dataDir;

    private Node first;
    private Node second;

    @BeforeEach
    void startBoth() throws IOException {
        ClockUtil.reset();
        var owner = Owner.of(server, dataDir);
        owner.sql("drop database if exists two_nodes with (force)").update();
        owner.sql("create database two_nodes").update();
        owner.sql("drop role if exists two_nodes_app").update();
        owner.sql("create role two_nodes_app login password 'two-nodes'").update();
        sharePhotos("node-a", "node-b");
        first = node("node-a", Duration.ZERO);
        second = node("node-b", Duration.ofSeconds(5));
    }

    @AfterEach
    void stopBoth() {
        if (second != null) {
            second.close();
        }
        if (first != null) {
            first.close();
        }
    }

    @Test
    void eachDeadlineFiresOnceAndAWrongClockRestsItsNode() throws Exception {
        var doors = new Doors(first, second);
        doors.anEmptySystemIsSetUpOnce();
        doors.thereIsNoOtherWayIn();
        first.openCampaign();
        var admin = first.account(Role.MINISTRY_ADMIN, Region.MINISTRY);

        aWrongClockKeepsTheNodeOffFromItsStart(admin);
        oneDeadlineIsTheOthersWork();
        theNodeComesBackByItself(admin);
        aBurstFiresOnceOnBoth();
        aClockThatGoesWrongLaterStopsTheNode();
        doors.aSessionHoldsOnBothNodesAndEndsOnBoth();
        doors.aClaimIsConfirmedOnEitherNodeAndHoldsOnBoth();
        doors.nothingIsWaivedHere();
        assertThat(first.bean(AuditReading.class).verify().fault()).isNull();
    }

    private void aWrongClockKeepsTheNodeOffFromItsStart(String admin) throws Exception {
        assertThat(first.runsJobs()).isTrue();
        assertThat(second.runsJobs()).isFalse();
        assertThat(second.get("/actuator/health", "").statusCode()).isEqualTo(503);
        assertThat(second.get("/actuator/health", "").body())
                .contains("\"clock\":{\"status\":\"OUT_OF_SERVICE\"}")
                .doesNotContain("aheadOfDatabaseSeconds");
        assertThat(second.get("/actuator/health", admin).body())
                .containsPattern("\"aheadOfDatabaseSeconds\":\"(4\\.9|5\\.[01])")
                .contains("本机时钟与数据库时钟相差过大");
        assertThat(first.get("/actuator/health", "").statusCode()).isEqualTo(200);
        assertThat(first.get("/actuator/health", "").headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    private void oneDeadlineIsTheOthersWork() {
        var numbers = cases(1);
        letRemindersBeDue();
        await().atMost(SOON).until(() -> dueJobs() == 0);
        assertThat(overdueEntries(numbers)).containsExactly(1L);
        assertThat(workers()).containsExactly("node-a");
    }

    private void theNodeComesBackByItself(String admin) throws IOException, InterruptedException {
        second.machineAhead(Duration.ZERO);
        await().atMost(SOON).until(second::runsJobs);
        assertThat(second.get("/actuator/health", admin).statusCode()).isEqualTo(200);
    }

    private void aBurstFiresOnceOnBoth() {
        List.of(first, second).forEach(node -> node.bean(JobSwitch.class).hold("test"));
        var numbers = cases(CASES);
        assertThat(letRemindersBeDue()).isGreaterThanOrEqualTo(3 * CASES);
        List.of(first, second).forEach(node -> node.bean(JobSwitch.class).release("test"));

        await().atMost(SOON).until(() -> dueJobs() == 0);
        assertThat(overdueEntries(numbers)).hasSize(CASES).containsOnly(1L);
        assertThat(count("select count(*) from wubu.notice where subject in (select number from wubu.problem)"
                        + " and kind in ('REMINDER', 'OVERDUE')"))
                .isEqualTo(3 * (CASES + 1));
        assertThat(count("select count(*) from (select job_id_ from public.act_hi_job_log where job_state_ = 2"
                        + " group by job_id_ having count(*) > 1) twice"))
                .isZero();
        assertThat(count("select count(*) from public.act_ru_incident")).isZero();
        assertThat(workers()).containsExactly("node-a", "node-b");
    }

    private void aClockThatGoesWrongLaterStopsTheNode() {
        second.machineAhead(Duration.ofSeconds(-5));
        await().atMost(SOON).until(() -> !second.runsJobs());
        assertThat(first.runsJobs()).isTrue();
    }

    /** As in a real installation: one role owns the database, another works in it. */
    private Node node(String name, Duration ahead) {
        return Node.start(
                name,
                ahead,
                "--spring.datasource.url=" + Owner.address(server).replaceFirst("/postgres$", "/two_nodes"),
                "--spring.datasource.username=two_nodes_app",
                "--spring.datasource.password=two-nodes",
                "--spring.flyway.user=" + Owner.NAME,
                "--spring.flyway.password=" + Owner.password(dataDir),
                "--wubu.audit.key=" + "00112233445566778899aabbccddeeff".repeat(2),
                "--wubu.audit.seal-dir=" + dataDir.resolve("two-nodes-seals"),
                "--wubu.data-dir=target/it-data/" + name);
    }

    /** As nodes must: in one directory. The mark is that of an earlier run's database, if there was one. */
    private static void sharePhotos(String... nodes) throws IOException {
        var photos = Files.createDirectories(Path.of("target/it-data/two-nodes-evidence"));
        Files.deleteIfExists(photos.resolve("home"));
        for (var node : nodes) {
            var home = Files.createDirectories(Path.of("target/it-data", node));
            FileSystemUtils.deleteRecursively(home.resolve("evidence"));
            Files.deleteIfExists(home.resolve("evidence"));
            Files.createSymbolicLink(home.resolve("evidence"), photos.toAbsolutePath());
        }
    }

    private List<String> cases(int count) {
        var today = LocalDate.of(2026, 11, 20);
        return IntStream.range(0, count)
                .mapToObj(i -> first.importedProblem(today))
                .toList();
    }

    /** Moves the three reminders of every task into the past, as if its date had come. */
    private int letRemindersBeDue() {
        return first.jdbc()
                .sql("update public.act_ru_job set duedate_ = localtimestamp - interval '1 minute'"
                        + " where handler_type_ = 'timer-task-listener'")
                .update();
    }

    private long dueJobs() {
        return count("select count(*) from public.act_ru_job where retries_ > 0"
                + " and (duedate_ is null or duedate_ <= localtimestamp)");
    }

    private List<Long> overdueEntries(List<String> numbers) {
        return first.jdbc()
                .sql("select count(*) from wubu.record_entry where step = 'overdue' and subject in (:numbers)"
                        + " group by subject")
                .param("numbers", numbers)
                .query(Long.class)
                .list();
    }

    /** The nodes that have fired timers. */
    private List<String> workers() {
        return first.jdbc()
                .sql("select distinct hostname_ from public.act_hi_job_log where job_state_ = 2"
                        + " and job_def_type_ = 'timer-task-listener' order by 1")
                .query(String.class)
                .list();
    }

    private long count(String query) {
        return first.jdbc().sql(query).query(Long.class).single();
    }
}

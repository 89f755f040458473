package io.wubu.twonodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.people.Role;
import io.wubu.regions.Region;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A drill over National Day: due jobs fire in order at their own time, never backwards, and a restart goes on. */
class DrillIT {

    private static final String CLOCK = "/api/drill/clock";
    private static final String ADMIN = "ministry-admin";
    private static final String COUNTY_GOV = "county-gov.130403";
    private static final Instant START =
            OffsetDateTime.parse("2026-09-25T09:00+08:00").toInstant();

    private final ObjectMapper json = new ObjectMapper();
    private Path dataDir;
    private Node node;

    @BeforeEach
    void start() throws IOException {
        dataDir = Files.createTempDirectory(Path.of("target"), "drill");
        node = begin();
        node.openCampaign();
        node.account(Role.MINISTRY_ADMIN, Region.MINISTRY);
        node.account(Role.COUNTY_GOV, Node.COUNTY);
    }

    @AfterEach
    void stop() {
        node.close();
        ClockUtil.reset();
    }

    private Node begin() {
        return Node.start(
                "drill",
                Duration.ZERO,
                "--spring.profiles.active=drill",
                "--wubu.data-dir=" + dataDir,
                "--wubu.drill.start=2026-09-25T09:00+08:00");
    }

    @Test
    void aSeasonIsRehearsed() throws Exception {
        onlyTheAdministratorMayAndOnlyForward();
        overNationalDayEverythingFiresInOrderAtItsTime();
        aFailingJobIsReportedAndDoesNotStopTheClock();
        oneMoveAtATime();
        afterARestartItGoesOn();
    }

    private void onlyTheAdministratorMayAndOnlyForward() throws Exception {
        assertThat(node.get("/api/clock", "").body()).contains("\"drill\":true").contains("2026-09-25T01:0");
        assertThat(node.get("/desk/drill.html", "").body()).contains("演练时钟");
        assertThat(node.get(CLOCK, "").statusCode()).isEqualTo(401);
        assertThat(node.get(CLOCK, COUNTY_GOV).statusCode()).isEqualTo(403);
        assertThat(node.post(CLOCK, COUNTY_GOV, "{\"advance\":\"P1D\"}").statusCode())
                .isEqualTo(403);
        assertThat(instant(read(node.get(CLOCK, ADMIN)), "startedAt")).isEqualTo(START);
        refused("{\"to\":\"2026-09-24T09:00+08:00\"}", "to", "“目标时刻”：演练的时钟只能向前");
        refused("{\"advance\":\"-P1D\"}", "advance", "“前进时长”：演练的时钟只能向前");
        refused("{\"advance\":\"PT0S\"}", "advance", "“前进时长”：演练的时钟只能向前");
        refused("{\"advance\":\"P999999999Y\"}", "advance", "“前进时长”");
        refused("{\"advance\":\"三天\"}", "advance", "“前进时长”：应为 ISO 8601 时长");
        refused("{\"to\":\"明天\"}", "to", "“目标时刻”：应为日期或时刻");
        refused("{\"workingDays\":-1}", "workingDays", "“工作日数”：应为 1—300");
        refused("{}", "advance", "须填一项，且只填一项");
        refused("{\"advance\":\"P1D\",\"workingDays\":1}", "advance", "须填一项，且只填一项");
    }

    private void overNationalDayEverythingFiresInOrderAtItsTime() throws Exception {
        var numbers = List.of(problem(), problem());
        var due = node.jdbc()
                .sql("select min(due_date_) from public.act_ru_task")
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
        var next = read(node.get(CLOCK, ADMIN)).get("next");
        assertThat(next.get(0).get("number").asText()).isIn(numbers);
        assertThat(next.get(0).get("step").asText()).isNotBlank();

        var standing = read(node.post(CLOCK, ADMIN, "{\"to\":\"2026-10-09T09:00+08:00\"}"));
        var target = OffsetDateTime.parse("2026-10-09T09:00+08:00").toInstant();
        assertThat(instant(standing, "now")).isBetween(target, target.plusSeconds(120));
        var times = new ArrayList<Instant>();
        standing.get("last").get("fired").forEach(job -> {
            times.add(instant(job, "at"));
            assertThat(job.get("done").asBoolean()).as(job.toString()).isTrue();
            assertThat(job.get("number").asText()).isNotBlank();
            assertThat(job.get("step").asText()).containsPattern("\\p{IsHan}");
        });
        assertThat(times).hasSizeGreaterThan(6).isSorted().allMatch(at -> at.isBefore(target));
        assertThat(recorded("overdue")).hasSizeGreaterThanOrEqualTo(2);
        assertThat(recorded("overdue").get(0)).isBetween(due, due.plusMillis(1));
        assertThat(node.jdbc()
                        .sql("select count(*) from public.act_ru_job where retries_ > 0"
                                + " and (duedate_ is null or duedate_ <= timestamptz '2026-10-09 09:00+08')")
                        .query(Long.class)
                        .single())
                .isZero();

        var saturday = read(node.post(CLOCK, ADMIN, "{\"workingDays\":1}"));
        assertThat(saturday.get("now").asText()).startsWith("2026-10-10T01:0");
        assertThat(ClockUtil.now().toInstant())
                .isBetween(
                        instant(saturday, "now").minusMillis(5),
                        instant(saturday, "now").plusSeconds(120));
    }

    private void aFailingJobIsReportedAndDoesNotStopTheClock() throws Exception {
        var number = problem();
        node.jdbc()
                .sql("update public.act_ru_job set handler_type_ = 'unknown' where id_ = (select j.id_ from"
                        + " public.act_ru_job j join public.act_ru_execution e on e.id_ = j.process_instance_id_"
                        + " where j.handler_cfg_ like '%markOverdue%' and e.business_key_ = :number limit 1)")
                .param("number", number)
                .update();
        var move = read(node.post(CLOCK, ADMIN, "{\"advance\":\"P20D\"}")).get("last");
        assertThat(move.get("running").asBoolean()).isFalse();
        assertThat(instant(move, "at")).isEqualTo(instant(move, "to"));
        var failed = new ArrayList<String>();
        move.get("fired").forEach(job -> {
            if (!job.get("done").asBoolean()) {
                failed.add(job.get("outcome").asText());
            }
        });
        assertThat(failed).hasSizeBetween(1, 10).last().isEqualTo("失败，已停为异常，见监控");
    }

    private void oneMoveAtATime() throws Exception {
        problem();
        try (var connection = node.bean(DataSource.class).getConnection()) {
            connection.setAutoCommit(false);
            connection.createStatement().execute("lock table wubu.notice in exclusive mode");
            var moving = CompletableFuture.supplyAsync(() -> advance("{\"advance\":\"P5D\"}"));
            await().until(() -> running());
            assertThat(advance("{\"advance\":\"P1D\"}").statusCode()).isEqualTo(409);
            assertThat(moving).isNotDone();
            connection.rollback();
            assertThat(moving.get().statusCode()).isEqualTo(200);
        }
        assertThat(running()).isFalse();
    }

    private void afterARestartItGoesOn() throws Exception {
        var before = instant(read(node.get(CLOCK, ADMIN)), "now");
        node.close();
        ClockUtil.reset();
        node = begin();
        var after = read(node.get(CLOCK, ADMIN));
        assertThat(instant(after, "now")).isBetween(before, before.plusSeconds(180));
        assertThat(instant(after, "startedAt")).isEqualTo(START);
        assertThat(ClockUtil.now().toInstant()).isAfter(before);
        var number = problem();
        assertThat(node.jdbc()
                        .sql("select created_at from wubu.problem where number = :number")
                        .param("number", number)
                        .query(OffsetDateTime.class)
                        .single()
                        .toInstant())
                .isAfter(before);
    }

    private String problem() throws IOException, InterruptedException {
        var today = LocalDate.ofInstant(instant(read(node.get(CLOCK, ADMIN)), "now"), java.time.ZoneOffset.ofHours(8));
        return node.importedProblem(today);
    }

    private void refused(String wish, String field, String text) throws Exception {
        var answer = node.post(CLOCK, ADMIN, wish);
        assertThat(answer.statusCode()).as(wish).isEqualTo(422);
        var fault = json.readTree(answer.body()).get("faults").get(0);
        assertThat(fault.get("field").asText()).isEqualTo(field);
        assertThat(fault.get("message").asText()).contains(text);
    }

    private HttpResponse<String> advance(String wish) {
        try {
            return node.post(CLOCK, ADMIN, wish);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean running() throws IOException, InterruptedException {
        var last = read(node.get(CLOCK, ADMIN)).get("last");
        return last != null && last.get("running").asBoolean();
    }

    private List<Instant> recorded(String step) {
        return node
                .jdbc()
                .sql("select at from wubu.record_entry where step = :step order by at")
                .param("step", step)
                .query(OffsetDateTime.class)
                .list()
                .stream()
                .map(OffsetDateTime::toInstant)
                .toList();
    }

    private JsonNode read(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json.readTree(answer.body());
    }

    private static Instant instant(JsonNode node, String name) {
        return Instant.parse(node.get(name).asText());
    }
}

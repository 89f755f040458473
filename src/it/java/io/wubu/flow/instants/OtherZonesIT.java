package io.wubu.flow.instants;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.DueDates;
import io.wubu.WubuTest;
import io.wubu.flow.AssignSteps;
import io.wubu.limits.RunningLimits;
import io.wubu.people.Role;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a node of one zone writes every other reads as the same instants, and acts on at the same moment. */
class OtherZonesIT extends WubuTest {

    private static final List<String> ZONES =
            List.of("Asia/Shanghai", "UTC", "America/New_York", "Asia/Kathmandu", "Pacific/Chatham", "GMT-12:00");

    private final TimeZone before = TimeZone.getDefault();

    @Autowired
    private RunningLimits limits;

    @Autowired
    private DataSource application;

    @LocalServerPort
    private int port;

    @AfterEach
    void back() {
        TimeZone.setDefault(before);
    }

    @Test
    void whatOneZoneWritesAllOthersReadAsTheSameInstants() {
        for (var writer : ZONES) {
            var number = in(writer, this::written);
            var told = in(writer, () -> dates(number));
            assertThat(told.size()).isGreaterThan(8);
            assertThat(told.values()).contains(due(number));
            for (var reader : ZONES) {
                assertThat(in(reader, () -> dates(number)))
                        .as("%s read in %s", writer, reader)
                        .isEqualTo(told);
                assertThat(in(reader, () -> listed(number)))
                        .as("%s listed in %s", writer, reader)
                        .isTrue();
                assertThat(inSession(reader, number))
                        .as("%s in a session of %s", writer, reader)
                        .isEqualTo(due(number));
            }
        }
    }

    @Test
    void aTimerWrittenInOneZoneIsDueAtItsInstantInEveryOther() {
        for (var writer : ZONES) {
            var number = in(writer, this::written);
            var due = due(number);
            for (var reader : ZONES) {
                in(reader, () -> {
                    clock.to(due.minusSeconds(1));
                    assertThat(overdueTimers(number))
                            .as("%s in %s, a second before", writer, reader)
                            .isZero();
                    clock.to(due.plusSeconds(1));
                    assertThat(overdueTimers(number))
                            .as("%s in %s, a second after", writer, reader)
                            .isPositive();
                    return reader;
                });
            }
            clock.to(java.time.LocalDateTime.of(2026, 11, 24, 9, 0));
        }
    }

    @Test
    void timersReckonedAgainInAnotherZoneStayWhereTheyAre() {
        var number = in("America/New_York", this::written);
        in("Asia/Kathmandu", () -> {
            asSystem.run(() -> engine.getManagementService()
                    .createJobQuery()
                    .processInstanceId(task(number, "signIn").getProcessInstanceId())
                    .timers()
                    .list()
                    .forEach(job -> engine.getManagementService().recalculateJobDuedate(job.getId(), false)));
            return number;
        });
        assertThat(in("UTC", () -> task(number, "signIn").getDueDate().toInstant()))
                .isEqualTo(due(number));
        assertThat(in("UTC", () -> overdueMark(number))).isEqualTo(due(number));
    }

    @Test
    void tasksTimersAndCardsAgreeWhateverTheReadersZone() throws Exception {
        written();
        var office = account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
        for (var reader : List.of("America/New_York", "UTC")) {
            TimeZone.setDefault(TimeZone.getTimeZone(reader));
            assertThat(new DueDates(jdbc, port, office).agree()).isPositive();
        }
    }

    private String written() {
        var number = importedProblem(COUNTY, "散乱污");
        new AssignSteps(this).until(number, "signIn");
        return number;
    }

    private Instant due(String number) {
        return limits.of(number).stream()
                .filter(limit -> limit.key().step().equals("signIn"))
                .findFirst()
                .orElseThrow()
                .dueAt();
    }

    /** Every date of the case as the engine reads it now. */
    private Map<String, Instant> dates(String number) {
        var dates = new TreeMap<String, Instant>();
        var task = task(number, "signIn");
        dates.put("due", task.getDueDate().toInstant());
        dates.put("created", task.getCreateTime().toInstant());
        jobs(number).stream()
                .filter(job -> job.getDuedate() != null)
                .forEach(job ->
                        dates.put("timer " + job.getId(), job.getDuedate().toInstant()));
        jobs(number)
                .forEach(job -> dates.put(
                        "made " + job.getId(), ((JobEntity) job).getCreateTime().toInstant()));
        var history = engine.getHistoryService();
        history.createHistoricTaskInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .forEach(past -> {
                    dates.put("task " + past.getId(), past.getStartTime().toInstant());
                    dates.put("task's due " + past.getId(), past.getDueDate().toInstant());
                });
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(number)
                .list()
                .forEach(past ->
                        dates.put("case " + past.getId(), past.getStartTime().toInstant()));
        return dates;
    }

    /** Lists by date find it between a second before and a second after, and nowhere else. */
    private boolean listed(String number) {
        var due = due(number);
        return tasksDue(number, due.minusSeconds(1), due.plusSeconds(1)) == 1
                && tasksDue(number, due.plusSeconds(1), due.plus(Duration.ofDays(2))) == 0
                && tasksDue(number, due.minus(Duration.ofDays(2)), due.minusSeconds(1)) == 0;
    }

    private long tasksDue(String number, Instant from, Instant to) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .taskDefinitionKey("signIn")
                .dueAfter(Date.from(from))
                .dueBefore(Date.from(to))
                .count();
    }

    private Instant inSession(String zone, String number) {
        try (var connection = application.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set timezone = '" + (zone.startsWith("GMT") ? "Etc/GMT+12" : zone) + "'");
            try (var ask =
                    connection.prepareStatement("select t.due_date_ from public.act_ru_task t where t.id_ = ?")) {
                ask.setString(1, task(number, "signIn").getId());
                try (var row = ask.executeQuery()) {
                    row.next();
                    return row.getTimestamp(1).toInstant();
                }
            } finally {
                statement.execute("reset timezone");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long overdueTimers(String number) {
        return engine
                .getManagementService()
                .createJobQuery()
                .processInstanceId(task(number, "signIn").getProcessInstanceId())
                .timers()
                .executable()
                .list()
                .stream()
                .filter(job -> handler(job).contains("_markOverdue"))
                .count();
    }

    private Instant overdueMark(String number) {
        return jobs(number).stream()
                .filter(job -> handler(job).contains("signIn_markOverdue"))
                .findFirst()
                .orElseThrow()
                .getDuedate()
                .toInstant();
    }

    private <T> T in(String zone, Supplier<T> work) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        try {
            return work.get();
        } finally {
            TimeZone.setDefault(before);
        }
    }
}

package io.wubu.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.DueDates;
import io.wubu.WubuTest;
import io.wubu.flow.AssignSteps;
import io.wubu.lawclock.Arrangements;
import io.wubu.lawclock.CalendarDay;
import io.wubu.people.Role;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import io.wubu.shared.RuleBroken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** The law clock drives the timers: pause, resume, extension and a changed calendar move task, timers, ledger and card. */
class LimitsIT extends WubuTest {

    private static final Actor OFFICE = new Actor("office", "市整改办");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Autowired
    private RunningLimits limits;

    @Autowired
    private Arrangements arrangements;

    @Autowired
    private Recalculations recalculations;

    @Autowired
    private Records records;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    @AfterEach
    void plainCalendar() {
        if (!arrangements.of(java.time.Year.of(2026)).stream()
                .filter(day -> day.day().equals(DAY))
                .toList()
                .isEmpty()) {
            arrangements.edit(new CalendarDay(DAY, false, ""), true, "测试还原", OFFICE);
        }
        var usual = arrangements.hours().get(MINISTRY);
        arrangements.hours().forEach((region, own) -> {
            if (!own.equals(usual)) {
                arrangements.setHours(region, usual.opens(), usual.closes(), "测试还原", OFFICE);
            }
        });
        recalculate();
    }

    @Test
    void aTaskItsTimersAndItsCardHaveOneDate() throws Exception {
        importedProblem(COUNTY, "VOCs治理");
        assertThat(walk()).isPositive();
    }

    @Test
    void aLimitThatStandsStillFiresNothingAndGoesOnLater() throws Exception {
        var number = importedProblem(COUNTY, "VOCs治理");
        new AssignSteps(this).until(number, "draftPlan");
        var key = LimitKey.of(number, "draftPlan");
        var due = task(number, "draftPlan").getDueDate().toInstant();

        limits.pause(key, OFFICE, "法院查封现场，无法进入", List.of());
        assertThat(timers(number)).isNotEmpty().allMatch(job -> job.isSuspended());
        assertThat(task(number, "draftPlan").getDueDate().toInstant()).isEqualTo(due);
        assertThatThrownBy(() -> limits.pause(key, OFFICE, "再停一次", List.of())).isInstanceOf(RuleBroken.class);

        clock.to(LocalDateTime.of(2026, 11, 26, 10, 0));
        limits.resume(key, OFFICE, "现场已经解封");

        var later = task(number, "draftPlan").getDueDate().toInstant();
        assertThat(later).isEqualTo(due.plus(Duration.ofDays(2)));
        assertThat(timers(number)).isNotEmpty().noneMatch(job -> job.isSuspended());
        assertThat(walk()).isPositive();
        assertThat(last(number).label()).isEqualTo("恢复计时");
        assertThat(last(number).content()).containsKeys("原时限", "现时限", "事由", "计算");
        assertThat(last(number).content().get("计算").toString()).contains("停表2日（11月24日—11月26日）");
        assertThat(last(number).by()).isEqualTo(OFFICE);
    }

    @Test
    void aTaskThatOpensWhileTheRectificationStandsStillHasItsTimersStopped() {
        var number = importedProblem(COUNTY, "VOCs治理");
        new AssignSteps(this).until(number, "rectify");
        limits.pause(LimitKey.rectification(number), OFFICE, "重污染天气应急停工", List.of());
        handIn(
                account(Role.RESPONSIBLE_UNIT, COUNTY),
                number,
                "rectify",
                Map.of("progress", 100, "note", "设施已安装并调试完成"));
        assertThat(openSteps(number)).contains("reportDone");
        assertThat(timers(number)).isNotEmpty().allMatch(job -> job.isSuspended());

        limits.resume(LimitKey.rectification(number), OFFICE, "应急响应解除");
        assertThat(timers(number)).noneMatch(job -> job.isSuspended());
    }

    @Test
    void anExtensionIsTheLedgersTasksAndTimersDate() throws Exception {
        var number = importedProblem(COUNTY, "VOCs治理");
        new AssignSteps(this).until(number, "rectify");
        var day = LocalDate.of(2027, 1, 15);

        limits.extend(LimitKey.rectification(number), day, OFFICE, "两级审批同意");

        assertThat(problem(number).dueAt()).isEqualTo(at(day.atTime(18, 0)));
        assertThat(problem(number).provisional()).isTrue();
        assertThat(task(number, "rectify").getDueDate().toInstant())
                .isEqualTo(problem(number).dueAt());
        assertThat(walk()).isPositive();
    }

    @Test
    void aDayOffMovesEveryOpenLimitItLiesIn() throws Exception {
        var number = importedProblem(COUNTY, "VOCs治理");
        new AssignSteps(this).until(number, "draftPlan");
        var due = task(number, "draftPlan").getDueDate().toInstant();
        assertThat(due).isAfter(at(DAY.atTime(18, 0)).minusSeconds(1));

        var version = arrangements.edit(new CalendarDay(DAY, false, "临时放假"), false, "测试", OFFICE);
        recalculate();

        assertThat(task(number, "draftPlan").getDueDate().toInstant()).isAfter(due);
        assertThat(walk()).isPositive();
        assertThat(last(number).label()).isEqualTo("日历变更，重算时限");
        assertThat(last(number).content().get("计算").toString()).contains("跳过临时放假（12月1日）");
        var run = recalculations.find(version).orElseThrow();
        assertThat(run.finishedAt()).isNotNull();
        assertThat(run.done()).isEqualTo(run.total());
        assertThat(recalculations.report(version, 0, 1000))
                .extracting(RecalculatedLimit::subject)
                .contains(number);
    }

    @Test
    void aRecalculationKilledHalfWayGoesOnWithoutADoubleOrLostMove() throws Exception {
        var numbers = new ArrayList<String>();
        for (var i = 0; i < 3; i++) {
            var number = importedProblem(COUNTY, "VOCs治理");
            new AssignSteps(this).until(number, "draftPlan");
            numbers.add(number);
        }
        var version = arrangements.edit(new CalendarDay(DAY, false, "临时放假"), false, "测试", OFFICE);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                    asSystem.call(recalculations::next);
                    throw new IllegalStateException("killed before the commit");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(recalculations.find(version)).isEmpty();

        recalculate();
        recalculate();

        for (var number : numbers) {
            assertThat(records.of(number))
                    .filteredOn(entry -> entry.step().equals("limitRECALCULATED"))
                    .filteredOn(entry -> entry.content().get("期限").equals("制定整改方案"))
                    .hasSize(1);
        }
        assertThat(walk()).isPositive();
    }

    @Test
    void timersThatFireDuringARecalculationAreNeitherLostNorDoubled() throws Exception {
        var numbers = new ArrayList<String>();
        for (var i = 0; i < 6; i++) {
            numbers.add(importedProblem(COUNTY, "VOCs治理"));
        }
        clock.to(task(numbers.get(0), "signIn").getDueDate().toInstant());
        var fired = new AtomicInteger();
        arrangements.edit(new CalendarDay(DAY, false, "临时放假"), false, "测试", OFFICE);

        var firing = CompletableFuture.runAsync(() -> numbers.forEach(number -> timers(number).stream()
                .filter(job -> !job.getDuedate().toInstant().isAfter(clock.instant()))
                .forEach(job -> {
                    try {
                        engine.getManagementService().executeJob(job.getId());
                        fired.incrementAndGet();
                    } catch (OptimisticLockingException e) {
                        engine.getManagementService().executeJob(job.getId());
                        fired.incrementAndGet();
                    }
                })));
        recalculate();
        firing.get();

        assertThat(fired.get()).isPositive();
        for (var number : numbers) {
            assertThat(records.of(number))
                    .filteredOn(entry -> entry.step().equals("overdue"))
                    .hasSize(1);
        }
        assertThat(walk()).isPositive();
    }

    @Test
    void officeHoursOfTheRegionEndItsLimits() throws Exception {
        var number = importedProblem(OTHER_COUNTY, "VOCs治理");
        var before = task(number, "signIn").getDueDate().toInstant();
        arrangements.setHours("140500", LocalTime.of(8, 30), LocalTime.of(17, 30), "测试", OFFICE);
        recalculate();
        assertThat(task(number, "signIn").getDueDate().toInstant()).isEqualTo(before.minus(Duration.ofMinutes(30)));
        assertThat(walk()).isPositive();
        arrangements.setHours("140500", LocalTime.of(9, 0), LocalTime.of(18, 0), "测试还原", OFFICE);
        recalculate();
        assertThat(task(number, "signIn").getDueDate().toInstant()).isEqualTo(before);
    }

    @Test
    void theDayBeforeIsRemindedOfOnTheDayBeforeWhereOfficesCloseEarly() {
        arrangements.setHours(COUNTY, LocalTime.of(9, 0), LocalTime.of(17, 30), "测试", OFFICE);
        var number = importedProblem(COUNTY, "VOCs治理");
        new AssignSteps(this).until(number, "rectify");
        var due = task(number, "rectify").getDueDate().toInstant().atZone(clock.getZone());
        assertThat(due.toLocalTime()).isEqualTo(LocalTime.of(17, 30));
        assertThat(jobs(number))
                .filteredOn(
                        job -> ((JobEntity) job).getJobHandlerConfigurationRaw().contains("rectify_remind"))
                .hasSize(2)
                .allSatisfy(job -> assertThat(job.getDuedate()
                                .toInstant()
                                .atZone(clock.getZone())
                                .toLocalDate())
                        .isBefore(due.toLocalDate()));
    }

    @Test
    void aLimitThatGoesToTheCountyEndsWhenTheCountysOfficesClose() throws Exception {
        arrangements.setHours(COUNTY, LocalTime.of(9, 0), LocalTime.of(17, 30), "测试", OFFICE);
        var number = importedProblem(CITY, "VOCs治理");
        var before = problem(number).dueAt();
        assertThat(before.atZone(clock.getZone()).toLocalTime()).isEqualTo(LocalTime.of(18, 0));

        new AssignSteps(this).until(number, "claimByCounty");

        assertThat(problem(number).dueAt()).isEqualTo(before.minus(Duration.ofMinutes(30)));
        var limit = limits.find(LimitKey.rectification(number)).orElseThrow();
        assertThat(limit.region()).isEqualTo(COUNTY);
        assertThat(limit.originalDueAt()).isEqualTo(before);
        assertThat(records.of(number))
                .filteredOn(entry -> entry.step().equals("limitRELOCATED"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.content()).containsEntry("事由", "分办"));
        assertThat(walk()).isPositive();
    }

    private int walk() throws Exception {
        return new DueDates(jdbc, port, account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY)).agree();
    }

    private void recalculate() {
        while (asSystem.call(recalculations::next)) {
            continue;
        }
    }

    private Entry last(String number) {
        var entries = records.of(number);
        return entries.get(entries.size() - 1);
    }

    private List<org.camunda.bpm.engine.runtime.Job> timers(String number) {
        return jobs(number).stream().filter(job -> job.getDuedate() != null).toList();
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(java.time.ZoneId.of("Asia/Shanghai")).toInstant();
    }
}

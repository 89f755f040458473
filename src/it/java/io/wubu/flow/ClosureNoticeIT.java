package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.closure.Objection;
import io.wubu.shared.RuleBroken;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** 公示: how long it lasts, who objects until when, and what an objection does to it. */
class ClosureNoticeIT extends ClosureSteps {

    @Test
    void aNoticeShorterThanFiveWorkingDaysIsRefused() {
        var number = closing("SUPERVISION");
        until(number, "publishNotice");

        assertThatThrownBy(() ->
                        handIn(cityOffice(), number, "publishNotice", ClosurePapers.notice("2026-11-24", "2026-11-30")))
                .hasStackTraceContaining("公示不少于5个工作日，不能早于 2026-12-01");
        handIn(cityOffice(), number, "publishNotice", ClosurePapers.notice("2026-11-24", "2026-12-01"));

        assertThat(openSteps(number)).isEmpty();
        assertThat(closures.noticeEndsAt(number)).isEqualTo(at("2026-12-02T00:00"));
    }

    @Test
    void aDismissedObjectionLetsTheNoticeRunOnToItsEnd() {
        var number = noticed();

        objections.raise(number, OBJECTION, unit());
        assertThat(openSteps(number)).containsExactly("handleObjection");
        handIn(cityOffice(), number, "handleObjection", ClosurePapers.ruled("DISMISSED", 1));
        assertThat(openSteps(number)).isEmpty();
        fire(number, "noticeEnded");

        assertThat(passed(number)).contains("objectionReceived", "objectionResult");
        assertThat(openSteps(number)).containsExactly("signOff");
        assertThat(entry(number, "raiseObjection").content()).containsEntry("异议内容", OBJECTION);
    }

    @Test
    void aCorrectedNoticeIsPublishedAgain() {
        var number = noticed();

        objections.raise(number, OBJECTION, unit());
        handIn(cityOffice(), number, "handleObjection", ClosurePapers.ruled("RESTART", 1));
        assertThat(openSteps(number)).containsExactly("publishNotice");
        clock.to(LocalDateTime.of(2026, 11, 30, 9, 0));
        handIn(cityOffice(), number, "publishNotice", ClosurePapers.notice("2026-11-30", "2026-12-07"));
        fire(number, "noticeEnded");

        assertThat(clock.instant()).isEqualTo(at("2026-12-08T00:00"));
        assertThat(openSteps(number)).containsExactly("signOff");
        assertThat(jdbc.sql(
                                """
                                select n.no from wubu.closure_notice n
                                join wubu.closure_application a on a.id = n.application_id
                                where a.number = :number order by n.no
                                """)
                        .param("number", number)
                        .query(Integer.class)
                        .list())
                .containsExactly(1, 2);
    }

    @Test
    void anUpheldObjectionRefusesTheClosure() {
        var number = noticed();

        objections.raise(number, OBJECTION, unit());
        handIn(cityOffice(), number, "handleObjection", ClosurePapers.ruled("UPHELD", 1));

        assertRefused(number, "objectionUpheld", "handleObjection");
    }

    /** Golden case 16. */
    @Test
    void anObjectionOnTheLastEveningOfTheNoticeBlocksClosing() {
        var number = noticed();

        clock.to(LocalDateTime.of(2026, 12, 1, 23, 59));
        objections.raise(number, OBJECTION, "citizen");
        clock.to(LocalDateTime.of(2026, 12, 3, 9, 0));
        assertThat(openSteps(number)).containsExactly("handleObjection");
        assertThat(jobs(number)).noneMatch(job -> "noticeEnded".equals(activity(job.getJobDefinitionId())));

        handIn(cityOffice(), number, "handleObjection", ClosurePapers.ruled("DISMISSED", 1));
        fire(number, "noticeEnded");
        assertThat(openSteps(number)).containsExactly("signOff");
    }

    @Test
    void anObjectionAfterTheNoticeIsRefused() {
        var number = noticed();

        clock.to(LocalDateTime.of(2026, 12, 2, 0, 0));

        assertThatThrownBy(() -> objections.raise(number, OBJECTION, "citizen"))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("该问题不在公示期内，不能提出异议");
        assertThat(passed(number)).doesNotContain("objectionReceived");
    }

    @Test
    void anObjectionBeforeTheNoticeIsRefused() {
        var number = closing("SUPERVISION");

        assertThatThrownBy(() -> objections.raise(number, OBJECTION, "citizen")).hasMessageContaining("不在公示期内");
        assertThatThrownBy(() -> objections.raise(number, "太短", "citizen")).hasMessageContaining("“异议内容”");
    }

    @Test
    void anObjectionThatArrivesMeanwhileIsNotOverlooked() {
        var number = noticed();
        objections.raise(number, OBJECTION, unit());
        objections.raise(number, OBJECTION + "，另附照片", unit());

        assertThatThrownBy(() -> handIn(cityOffice(), number, "handleObjection", ClosurePapers.ruled("DISMISSED", 1)))
                .hasStackTraceContaining("办理期间又收到异议");
        assertThat(objections.open(number)).hasSize(2);
        handIn(cityOffice(), number, "handleObjection", ClosurePapers.ruled("DISMISSED", 2));

        assertThat(objections.open(number)).isEmpty();
        assertThat(openSteps(number)).isEmpty();
    }

    @Test
    void ofTwoObjectionsAtTheSameMomentNoneIsLost() {
        var number = noticed();

        var first = CompletableFuture.runAsync(() -> objections.raise(number, OBJECTION, "citizen-a"));
        var second = CompletableFuture.runAsync(() -> objections.raise(number, OBJECTION, "citizen-b"));
        CompletableFuture.allOf(first, second).join();

        assertThat(objections.open(number))
                .extracting(Objection::raisedBy)
                .containsExactlyInAnyOrder("citizen-a", "citizen-b");
        assertThat(openSteps(number)).containsExactly("handleObjection");
    }

    private String noticed() {
        var number = closing("SUPERVISION");
        until(number, "publishNotice");
        handIn(cityOffice(), number, "publishNotice", ClosurePapers.notice("2026-11-24", "2026-12-01"));
        return number;
    }

    private String activity(String jobDefinition) {
        return asSystem.call(() -> engine.getManagementService()
                .createJobDefinitionQuery()
                .jobDefinitionId(jobDefinition)
                .singleResult()
                .getActivityId());
    }

    private Instant at(String local) {
        return LocalDateTime.parse(local).atZone(clock.getZone()).toInstant();
    }
}

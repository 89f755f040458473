package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.flow.ladder.Forecast;
import io.wubu.people.Role;
import io.wubu.problems.State;
import io.wubu.slips.Colour;
import io.wubu.slips.SlipState;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 三色督办单, path by path: from the missed date to the interview, and every way a chain ends before. */
class SlipIT extends SlipSteps {

    @Autowired
    private Forecast forecast;

    /** Golden case 17: the dates of the table, over 中秋 (09-25) and National Day 2026 (10-01 to 10-07, 10-10 worked). */
    @Test
    void anIgnoredProblemGetsWhiteYellowRedClueAndInterviewOnTheDaysOfTheTable() {
        clock.to(LocalDateTime.of(2026, 9, 8, 10, 0));
        var number = rectifying();
        assertThat(problem(number).dueAt()).isEqualTo(at("2026-09-23T18:00"));

        assertThat(forecast.of(number))
                .extracting(rung -> rung.at() + " " + rung.what())
                .containsExactly(
                        at("2026-09-23T18:00") + " 签发白色督办单，限7个工作日",
                        at("2026-10-10T18:00") + " 签发黄色督办单，限5个工作日",
                        at("2026-10-16T18:00") + " 签发红色督办单，限3个工作日",
                        at("2026-10-21T18:00") + " 督办均未见效 → 提出问题线索和问责建议，升级约谈");
        fire(number, "rectificationDue");
        assertThat(openSteps(number)).containsExactly("rectify", "urge");
        fire(number, "officeOpens");
        var white = open(number);
        assertThat(white.colour()).isEqualTo(Colour.WHITE);
        assertThat(white.issuedAt()).isEqualTo(at("2026-09-23T18:00"));
        assertThat(white.docNo()).startsWith("邯郸督单〔2026〕").endsWith("号");
        assertThat(white.addressee()).isEqualTo("丛台区县级人民政府（联合整治）主要负责人");
        assertThat(white.dueAt()).isEqualTo(at("2026-10-10T18:00"));
        assertThat(openSteps(number)).containsExactly("rectify", "signSlip", "urge");

        fire(number, "slipExpired");
        var yellow = open(number);
        assertThat(yellow.colour()).isEqualTo(Colour.YELLOW);
        assertThat(yellow.predecessor()).isEqualTo(white.number());
        assertThat(yellow.score()).isEqualTo(-1);
        assertThat(yellow.dueAt()).isEqualTo(at("2026-10-16T18:00"));
        assertThat(slips.get(white.number()).state()).isEqualTo(SlipState.EXPIRED);

        fire(number, "slipExpired");
        var red = open(number);
        assertThat(red.colour()).isEqualTo(Colour.RED);
        assertThat(red.score()).isEqualTo(-2);
        assertThat(red.dueAt()).isEqualTo(at("2026-10-21T18:00"));
        assertThat(slips.openRed(COUNTY)).isPositive();
        assertThat(task(number, "rectify"))
                .as("the rectification is never interrupted")
                .isNotNull();

        fire(number, "slipExpired");
        assertThat(passed(number)).contains("proposeClue", "slipsExhausted", "deadlineMissedTwice", "assessProminence");
        assertThat(problem(number).flags()).contains("URGED_IN_VAIN");
        assertThat(problem(number).state()).isEqualTo(State.INTERVIEW);
        assertThat(openSteps(number)).doesNotContain("rectify", "signSlip", "urge");
        assertThat(slips.chain(number)).isEmpty();
        assertThat(openSteps(clue(red))).containsExactly("handleClue");
    }

    @Test
    void anAcceptedReplyEndsTheChain() {
        var number = white();
        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        handIn(unit, number, "signSlip", Map.of("receivedBy", "区政府主要负责人"));
        handIn(unit, number, "replySlip", reply(unit));
        assertThat(open(number).state()).isEqualTo(SlipState.REPLIED);

        handIn(unit, number, "rectify", Map.of("progress", 100, "note", "已全部拆除并清运完毕"));
        handIn(unit, number, "reportDone", steps.report(COUNTY));
        fire(number, "acceptSlipOverdue");
        handIn(urging(), number, "acceptSlip", Map.of("conclusion", "ACCEPT", "opinion", "情况属实"));

        assertThat(slips.chain(number)).isEmpty();
        assertThat(slips.of(number)).singleElement().satisfies(slip -> {
            assertThat(slip.state()).isEqualTo(SlipState.ACCEPTED);
            assertThat(slip.receipt().by()).isEqualTo("区政府主要负责人");
        });
        assertThat(passed(number)).contains("slipAccepted", "supervisionOver", "acceptSlipReported");
        assertThat(jobs(number)).noneMatch(job -> "slipExpired".equals(activity(job)));
        assertThat(labels(number)).contains("签发白色督办单", "签收督办单", "回复督办单", "督办单验收通过");
    }

    @Test
    void wordsDoNotSettleAnOverdueItem() {
        var number = replied();
        clock.to(problem(number).dueAt().plusSeconds(1));

        assertThatThrownBy(() -> handIn(urging(), number, "acceptSlip", Map.of("conclusion", "ACCEPT")))
                .hasStackTraceContaining("尚未报告整改完成");
    }

    @Test
    void aRejectedReplyComesBackToTheUnitWithTheDaysItHadLeft() {
        var number = replied();
        var due = open(number).dueAt();
        clock.to(clock.instant().plus(Duration.ofDays(14)));
        assertThat(jobs(number)).noneMatch(job -> "slipExpired".equals(activity(job)));

        handIn(urging(), number, "acceptSlip", Map.of("conclusion", "REJECT", "reason", "佐证照片不能说明问题"));

        assertThat(openSteps(number)).contains("replySlip").doesNotContain("signSlip");
        assertThat(open(number).state()).isEqualTo(SlipState.SIGNED);
        assertThat(open(number).dueAt()).isAfter(due).isAfter(clock.instant());
        assertThat(task(number, "replySlip").getDueDate().toInstant())
                .isEqualTo(open(number).dueAt());
        fire(number, "slipExpired");
        assertThat(open(number).colour()).isEqualTo(Colour.YELLOW);
    }

    @Test
    void verifiedRectificationEndsTheChain() {
        var number = white();
        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        handIn(unit, number, "rectify", Map.of("progress", 100, "note", "已全部拆除并清运完毕"));
        handIn(unit, number, "reportDone", steps.report(COUNTY));
        checked(number, COUNTY);
        assertThat(openSteps(number)).contains("signSlip");

        verified(number, "RECTIFIED");

        assertThat(problem(number).state()).isEqualTo(State.PATROL_VERIFIED);
        assertThat(slips.chain(number)).isEmpty();
        assertThat(slips.of(number)).singleElement().satisfies(slip -> {
            assertThat(slip.state()).isEqualTo(SlipState.ENDED);
            assertThat(slip.endReason()).isEqualTo("问题巡查核实到位");
        });
        assertThat(passed(number)).contains("slipSettled", "slipEnded");
        assertThat(openSteps(number)).containsExactly("applyForClosure");
    }
}

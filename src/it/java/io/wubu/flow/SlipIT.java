package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.flow.supervisionslip.SlipRequests;
import io.wubu.problems.State;
import io.wubu.records.Records;
import io.wubu.shared.ClockConfiguration;
import io.wubu.slips.Colour;
import io.wubu.slips.Slip;
import io.wubu.slips.SlipState;
import io.wubu.slips.Slips;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 三色督办单, path by path: from the missed date to the interview, and every way a chain ends before. */
class SlipIT extends WubuTest {

    private static final String LONG_TEXT = "已组织复工前检查，逐项落实整改措施，附现场照片和整改台账，请予验收。";

    private final AssignSteps steps = new AssignSteps(this);

    @Autowired
    private Slips slips;

    @Autowired
    private SlipRequests requests;

    @Autowired
    private Records records;

    /** Golden case 17: the dates of the table, over National Day 2026 (10-01 to 10-07, 10-10 worked). */
    @Test
    void anIgnoredProblemGetsWhiteYellowRedClueAndInterviewOnTheDaysOfTheTable() {
        clock.to(LocalDateTime.of(2026, 9, 8, 10, 0));
        var number = rectifying();
        assertThat(problem(number).dueAt()).isEqualTo(at("2026-09-23T18:00"));

        fire(number, "rectificationDue");
        assertThat(openSteps(number)).containsExactly("rectify", "urge");
        fire(number, "officeOpens");
        var white = open(number);
        assertThat(white.colour()).isEqualTo(Colour.WHITE);
        assertThat(white.issuedAt()).isEqualTo(at("2026-09-23T18:00"));
        assertThat(white.docNo()).startsWith("邯郸督单〔2026〕").endsWith("号");
        assertThat(white.addressee()).isEqualTo("丛台区县级人民政府（联合整治）主要负责人");
        assertThat(white.dueAt()).isEqualTo(at("2026-10-09T18:00"));
        assertThat(openSteps(number)).containsExactly("rectify", "signSlip", "urge");

        fire(number, "slipExpired");
        var yellow = open(number);
        assertThat(yellow.colour()).isEqualTo(Colour.YELLOW);
        assertThat(yellow.predecessor()).isEqualTo(white.number());
        assertThat(yellow.score()).isEqualTo(-1);
        assertThat(yellow.dueAt()).isEqualTo(at("2026-10-15T18:00"));
        assertThat(slips.get(white.number()).state()).isEqualTo(SlipState.EXPIRED);

        fire(number, "slipExpired");
        var red = open(number);
        assertThat(red.colour()).isEqualTo(Colour.RED);
        assertThat(red.score()).isEqualTo(-2);
        assertThat(red.dueAt()).isEqualTo(at("2026-10-20T18:00"));
        assertThat(slips.openRed(COUNTY)).isPositive();
        assertThat(task(number, "rectify"))
                .as("the rectification is never interrupted")
                .isNotNull();

        fire(number, "slipExpired");
        assertThat(passed(number)).contains("proposeClue", "slipsExhausted", "deadlineMissedTwice", "assessProminence");
        assertThat(problem(number).flags()).contains("URGED_IN_VAIN");
        assertThat(problem(number).state()).isEqualTo(State.INTERVIEW);
        assertThat(openSteps(number)).doesNotContain("rectify", "signSlip");
        assertThat(slips.chain(number)).isEmpty();
        assertThat(openSteps(clue(red))).containsExactly("handleClue");
    }

    private String rectifying() {
        var number = importedProblem(COUNTY, "散乱污");
        steps.until(number, "rectify");
        return number;
    }

    private Slip open(String number) {
        return slips.openSlip(number).orElseThrow();
    }

    private String clue(Slip slip) {
        return jdbc.sql("select number from wubu.clue_proposal where slip_number = :n")
                .param("n", slip.number())
                .query(String.class)
                .single();
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ClockConfiguration.ZONE).toInstant();
    }
}

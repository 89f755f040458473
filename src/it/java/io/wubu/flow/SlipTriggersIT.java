package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.closure.ClosureRefused;
import io.wubu.people.Role;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.records.ProtectedFieldRead;
import io.wubu.shared.Actor;
import io.wubu.shared.ClockConfiguration;
import io.wubu.shared.Stale;
import io.wubu.slips.Clues;
import io.wubu.slips.Colour;
import io.wubu.slips.SlipState;
import io.wubu.slips.Trigger;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

/** What asks for a slip, what raises its colour, who has to agree, and where its clue goes. */
@RecordApplicationEvents
class SlipTriggersIT extends SlipSteps {

    @Autowired
    private ApplicationEvents told;

    @Autowired
    private Clues clues;

    /** A county of 邯郸 that no other test uses, so that its figures give no reason for an interview. */
    private static final String QUIET_COUNTY = "130430";

    @Autowired
    private ApplicationEventPublisher events;

    @Test
    void falseRectificationIsRedAtOnceWithAClueAndNothingTakesItDown() {
        var number = white();
        requests.automatic(number, Trigger.FALSE_RECTIFICATION, "现场核实认定虚假整改");
        assertThat(passed(number)).contains("slipRaised");
        assertThat(slips.of(number)).singleElement().satisfies(slip -> assertThat(slip.state())
                .isEqualTo(SlipState.ENDED));
        fire(number, "officeOpens");
        var red = open(number);
        assertThat(red.colour()).isEqualTo(Colour.RED);
        assertThat(red.copyTo()).contains("纪检监察机关");

        requests.automatic(number, Trigger.ITEM_OVERDUE, "整改时限已过");
        requests.automatic(number, Trigger.QUALITY_NOT_ACCEPTED, "部分整改");
        requests.automatic(number, Trigger.FALSE_RECTIFICATION, "再次认定虚假整改");
        assertThatThrownBy(() -> requests.byHand(number, byHand(Colour.WHITE)))
                .isInstanceOf(Stale.class)
                .hasMessageContaining("颜色只升不降");

        assertThat(open(number)).isEqualTo(red);
        var clue = clue(red);
        assertThat(labels(number)).noneMatch(label -> label.contains("线索"));
        handIn(urging(), clue, "handleClue", Map.of("decision", "DISMISS", "reason", "经核查系误报，不属于虚假整改"));
        assertThat(passed(clue)).contains("clueDismissed");
    }

    @Test
    void aConfirmedClueGoesToTheDisciplineLaneAndNobodyElseSeesIt() {
        var number = white();
        requests.automatic(number, Trigger.FALSE_RECTIFICATION, "现场核实认定虚假整改");
        fire(number, "officeOpens");
        var clue = clue(open(number));

        assertThat(seen(account(Role.DISCIPLINE, CITY), clue)).isTrue();
        for (var other : List.of(
                account(Role.CITY_ECO_OFFICE, CITY),
                account(Role.COUNTY_GOV, COUNTY),
                account(Role.URGING_OFFICE, "140500"))) {
            assertThat(seen(other, clue)).as(other).isFalse();
        }
        assertThat(clues.problemOf(clue)).isEqualTo(number);
        assertThat(told.stream(ProtectedFieldRead.class))
                .as("the number alone is no content")
                .isEmpty();
        assertThat(clues.get(clue).facts()).isNotBlank();
        assertThat(told.stream(ProtectedFieldRead.class).map(ProtectedFieldRead::subject))
                .containsExactly(clue);
        handIn(urging(), clue, "handleClue", Map.of("decision", "CONFIRM"));

        assertThat(passed(clue)).contains("clueConfirmed");
        assertThat(records.of(clue)).extracting(entry -> entry.label()).contains("移交纪检监察机关");
    }

    @Test
    void aDirectYellowNeedsTheLeadersApproval() {
        var number = rectifying();
        requests.byHand(number, byHand(Colour.YELLOW));
        fire(number, "officeOpens");
        assertThat(openSteps(number)).containsExactly("approveSlip", "rectify");
        assertThat(open(number).state()).isEqualTo(SlipState.PREPARED);

        handIn(account(Role.CITY_LEADER, CITY), number, "approveSlip", Map.of("decision", "APPROVE"));

        assertThat(open(number).colour()).isEqualTo(Colour.YELLOW);
        assertThat(open(number).approvedBy()).isEqualTo("邯郸市政府负责人");
        assertThat(open(number).dueAt()).isEqualTo(at("2026-12-01T18:00"));
        assertThat(openSteps(number)).containsExactly("rectify", "signSlip");
    }

    @Test
    void aRefusedRedEndsWithoutASlipAndAnotherMayBeAskedFor() {
        var number = rectifying();
        requests.byHand(number, byHand(Colour.RED));
        fire(number, "officeOpens");

        handIn(
                account(Role.CITY_LEADER, CITY),
                number,
                "approveSlip",
                Map.of("decision", "REFUSE", "comment", "先发白色督办单"));

        assertThat(passed(number)).contains("slipNotApproved");
        assertThat(slips.chain(number)).isEmpty();
        requests.byHand(number, byHand(Colour.WHITE));
        fire(number, "officeOpens");
        assertThat(open(number).colour()).isEqualTo(Colour.WHITE);
    }

    @Test
    void theSecondYellowOfAnItemBecomesARedLetter() {
        var number = rectifying();
        requests.byHand(number, byHand(Colour.YELLOW));
        fire(number, "officeOpens");
        handIn(account(Role.CITY_LEADER, CITY), number, "approveSlip", Map.of("decision", "APPROVE"));
        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        handIn(unit, number, "signSlip", Map.of("receivedBy", "区政府主要负责人"));
        handIn(unit, number, "replySlip", reply(unit));
        handIn(urging(), number, "acceptSlip", Map.of("conclusion", "ACCEPT"));

        events.publishEvent(new ClosureRefused(number, "acceptOnSite", 2));
        fire(number, "officeOpens");

        assertThat(open(number).colour()).isEqualTo(Colour.RED);
        assertThat(open(number).title()).isEqualTo("红色专函督办");
    }

    @Test
    void nothingIsIssuedOnADayOff() {
        var number = rectifying();
        clock.to(LocalDateTime.of(2026, 11, 28, 15, 0));
        requests.automatic(number, Trigger.QUALITY_NOT_ACCEPTED, "部分整改");
        requests.automatic(number, Trigger.FALSE_RECTIFICATION, "现场核实认定虚假整改");

        fire(number, "officeOpens");

        assertThat(open(number).colour()).isEqualTo(Colour.RED);
        assertThat(open(number).issuedAt().atZone(ClockConfiguration.ZONE).toLocalDate())
                .isEqualTo("2026-11-30");
        assertThat(open(number).dueAt()).isEqualTo(at("2026-12-03T18:00"));
    }

    @Test
    void twoTriggersAtOnceOpenOneChain() throws Exception {
        var number = rectifying();
        var threads = Executors.newFixedThreadPool(2);
        try {
            var barrier = new CyclicBarrier(2);
            var runs = List.of(Trigger.ITEM_OVERDUE, Trigger.QUALITY_NOT_ACCEPTED).stream()
                    .map(trigger -> threads.submit(() -> {
                        barrier.await();
                        requests.automatic(number, trigger, "同时触发");
                        return trigger;
                    }))
                    .toList();
            for (var run : runs) {
                run.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(jobs(number).stream().filter(job -> "officeOpens".equals(activity(job))))
                .hasSize(1);
        fire(number, "officeOpens");
        assertThat(slips.of(number)).hasSize(1);
    }

    @Test
    void aProblemWithAnOpenSlipIsNotStruckOff() {
        var number = importedProblem(COUNTY, "散乱污");
        endAll(number);
        problems.move(number, Move.of("test", "转入", Actor.SYSTEM, List.of(State.ASSIGNED), State.PATROL_VERIFIED));
        asSystem.run(() ->
                engine.getRuntimeService().startProcessInstanceByKey("closure", number, Map.of("regionCode", COUNTY)));
        requests.byHand(number, byHand(Colour.WHITE));
        fire(number, "officeOpens");

        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        handIn(unit, number, "applyForClosure", new ClosurePapers(this).applied(unit, "NONE"));

        assertThat(openSteps(number)).contains("applyForClosure");
        assertThat(records.of(number).toString())
                .contains("白色督办单（" + open(number).docNo() + "）尚未办结");
    }

    @Test
    void aVerificationThatIsNotPassedBringsAWhiteSlipUnlessAnInterviewFollows() {
        var number = importedProblem(QUIET_COUNTY, "散乱污");
        endAll(number);
        problems.move(number, Move.of("test", "转入", Actor.SYSTEM, List.of(State.ASSIGNED), State.REPORTED));
        beginAt(number, QUIET_COUNTY, "inspect");
        checked(number, QUIET_COUNTY);

        verified(number, "PARTIAL");
        fire(number, "officeOpens");

        assertThat(open(number).colour()).isEqualTo(Colour.WHITE);
        assertThat(open(number).trigger()).isEqualTo(Trigger.QUALITY_NOT_ACCEPTED);
        assertThat(openSteps(number)).containsExactly("rectify", "signSlip");
    }

    @Test
    void aRefutedClaimIsRedAtOnce() {
        var number = importedProblem(COUNTY, "散乱污");
        endAll(number);
        problems.move(number, Move.of("test", "转入", Actor.SYSTEM, List.of(State.ASSIGNED), State.REPORTED));
        beginAt(number, COUNTY, "inspect");
        checked(number, COUNTY);

        verified(number, "FALSE_CLAIM");
        fire(number, "officeOpens");

        assertThat(open(number).colour()).isEqualTo(Colour.RED);
        assertThat(problem(number).state()).isEqualTo(State.INTERVIEW);
    }
}

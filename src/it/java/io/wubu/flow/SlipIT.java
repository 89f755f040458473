package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.closure.ClosureRefused;
import io.wubu.flow.ladder.Forecast;
import io.wubu.flow.supervisionslip.SlipRequests;
import io.wubu.people.Role;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import io.wubu.shared.ClockConfiguration;
import io.wubu.shared.Stale;
import io.wubu.slips.Colour;
import io.wubu.slips.Slip;
import io.wubu.slips.SlipRequest;
import io.wubu.slips.SlipState;
import io.wubu.slips.Slips;
import io.wubu.slips.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** 三色督办单, path by path: from the missed date to the interview, and every way a chain ends before. */
class SlipIT extends WubuTest {

    private static final String LONG_TEXT = "已组织复工前检查，逐项落实整改措施，附现场照片和整改台账，请予验收。";

    /** A county of 邯郸 that no other test uses, so that its figures give no reason for an interview. */
    private static final String QUIET_COUNTY = "130430";

    private final AssignSteps steps = new AssignSteps(this);

    @Autowired
    private Slips slips;

    @Autowired
    private SlipRequests requests;

    @Autowired
    private Forecast forecast;

    @Autowired
    private Records records;

    @Autowired
    private ApplicationEventPublisher events;

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
        assertThat(openSteps(number)).doesNotContain("rectify", "signSlip");
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
        assertThat(open(number).approvedBy()).isEqualTo("邯郸市市政府负责人");
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

        handIn(account(Role.RESPONSIBLE_UNIT, COUNTY), number, "applyForClosure", application());

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

    private String white() {
        var number = rectifying();
        requests.byHand(number, byHand(Colour.WHITE));
        fire(number, "officeOpens");
        assertThat(open(number).colour()).isEqualTo(Colour.WHITE);
        return number;
    }

    private String replied() {
        var number = white();
        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        handIn(unit, number, "signSlip", Map.of("receivedBy", "区政府主要负责人"));
        handIn(unit, number, "replySlip", reply(unit));
        return number;
    }

    /** Begins the life of a problem at one of its stages. */
    private void beginAt(String number, String region, String stage) {
        asSystem.run(() -> engine.getRuntimeService()
                .createProcessInstanceByKey("fiveStep")
                .businessKey(number)
                .setVariable("regionCode", region)
                .startBeforeActivity(stage)
                .execute());
        runJobs(number);
    }

    private void checked(String number, String county) {
        var bureau = account(Role.COUNTY_ECO_BUREAU, county);
        var photos = photos(bureau, 2);
        handIn(
                bureau,
                number,
                "checkByCounty",
                Map.of("onSite", "YES", "conclusion", "PASS", "opinion", "现场核对整改措施逐项落实情况", "photos", photos));
    }

    private void verified(String number, String verdict) {
        var patrol = account(Role.PATROL_TEAM, CITY);
        var photos = photos(patrol, 1);
        handIn(patrol, number, "verifyOnSite", Map.of("verdict", verdict, "note", "现场逐项核对，情况如照片所示", "photos", photos));
    }

    private Map<String, Object> reply(String unit) {
        return Map.of("result", LONG_TEXT, "evidencePhotos", photos(unit, 1), "documents", "区政函〔2026〕8号");
    }

    private Map<String, Object> application() {
        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        return Map.ofEntries(
                Map.entry("goal", "颗粒物稳定达标，料堆全部覆盖"),
                Map.entry("measures", List.of(Map.of("text", "安装布袋除尘", "done", true))),
                Map.entry("beforePhotos", photos(unit, 1)),
                Map.entry("afterPhotos", photos(unit, 2)),
                Map.entry("penalty", "NONE"),
                Map.entry("effect", "MET"),
                Map.entry("effectBasis", "监测报告第15号"),
                Map.entry("similar", "DONE"),
                Map.entry("similarResult", "园区内同类企业已逐家排查整改"),
                Map.entry("source", "DONE"),
                Map.entry("mechanism", "纳入网格每周巡查，设施联网监控"),
                Map.entry("satisfaction", "SATISFIED"),
                Map.entry("satisfactionBasis", "回访投诉人"),
                Map.entry("leaderSignature", "副县长"));
    }

    private static SlipRequest byHand(Colour colour) {
        return new SlipRequest(
                Trigger.IMPORTANT,
                colour,
                "群众反映强烈，问题尚未整改到位",
                "请立即组织整改，每日报告进展",
                new Actor("urging-office.130400", "邯郸市市督查室"));
    }

    private String urging() {
        return account(Role.URGING_OFFICE, CITY);
    }

    private List<String> labels(String number) {
        return records.of(number).stream().map(entry -> entry.label()).toList();
    }

    private boolean seen(String account, String number) {
        var seen = new AtomicBoolean();
        as(
                account,
                () -> seen.set(engine.getTaskService()
                                .createTaskQuery()
                                .processInstanceBusinessKey(number)
                                .count()
                        > 0));
        return seen.get();
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

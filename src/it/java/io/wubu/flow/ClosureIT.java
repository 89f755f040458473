package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.closure.Closures;
import io.wubu.closure.Objection;
import io.wubu.closure.Objections;
import io.wubu.people.Role;
import io.wubu.problems.Finding;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import io.wubu.shared.RuleBroken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 销号, path by path: what lets a problem be struck off, and everything that keeps it on the ledger. */
class ClosureIT extends WubuTest {

    private static final List<String> STEPS =
            List.of("applyForClosure", "firstReview", "acceptOnSite", "publishNotice", "signOff", "fileRecord");

    private static final String OBJECTION = "夜间仍有异味，设施没有开，请再核实";

    private final ClosurePapers filled = new ClosurePapers(this);

    @Autowired
    private Records records;

    @Autowired
    private Objections objections;

    @Autowired
    private Closures closures;

    @Test
    void aProblemIsStruckOffAfterNoticeSignatureAndRecord() {
        var number = closing("SUPERVISION");

        until(number, "signOff");
        assertThat(problem(number).state()).isEqualTo(State.PUBLICISED);
        handIn(account(Role.CITY_LEADER, CITY), number, "signOff", ClosurePapers.signed("SIGN"));
        handIn(account(Role.PROVINCE_OFFICE, "130000"), number, "fileRecord", ClosurePapers.filed("CONFIRM", "NONE"));

        assertThat(passed(number))
                .contains(
                        "checkCompleteness",
                        "hasPassedFirstReview",
                        "decideLevel",
                        "isAccepted",
                        "noticeRunning",
                        "noticeEnded",
                        "isSigned",
                        "isConfirmed",
                        "closeProblem",
                        "problemClosed");
        var problem = problem(number);
        assertThat(problem.state()).isEqualTo(State.CLOSED);
        assertThat(problem.closedAt()).isEqualTo(clock.instant());
        assertThat(problem.recordNo()).startsWith("XH-2017Q-130400-");
        assertThat(application(number)).isEqualTo("CLOSED");
        assertThat(entry(number, "decideLevel").content())
                .containsEntry("验收", "市整改办")
                .containsEntry("备案复核", "省整改办");
        assertThat(openSteps(number)).isEmpty();
    }

    @Test
    void anIncompleteApplicationComesBackWithWhatIsMissing() {
        var number = closing("SUPERVISION");
        var paper = new HashMap<>(filled.applied(unit(), "PENDING"));
        paper.put("measures", List.of(Map.of("text", "安装布袋除尘", "done", true), Map.of("text", "清理料堆")));
        paper.put("effect", "NOT_MET");
        paper.put("similar", "OPEN");
        paper.put("source", "OPEN");

        handIn(unit(), number, "applyForClosure", paper);

        assertThat(openSteps(number)).containsExactly("applyForClosure");
        assertThat(entry(number, "checkCompleteness").content().get("缺少"))
                .isEqualTo(List.of("整改措施全部落实", "违法行为依法查处到位", "整改效果达到法律和标准要求", "同一企业、园区的同类问题一并整改", "源头治理和长效机制建立"));
        assertThat(notices(number, "RESPONSIBLE_UNIT@" + COUNTY)).anyMatch(text -> text.contains("要件不齐"));
        assertThat(application(number)).isEqualTo("INCOMPLETE");

        handIn(unit(), number, "applyForClosure", filled.applied(unit(), "NONE"));
        assertThat(openSteps(number)).containsExactly("firstReview");
        assertThat(problem(number).state()).isEqualTo(State.CLOSURE_PENDING);
    }

    @Test
    void aFailedFirstReviewSendsTheProblemBackToRectification() {
        var number = closing("SUPERVISION");
        until(number, "firstReview");

        handIn(bureau(), number, "firstReview", ClosurePapers.reviewed("FAIL"));

        assertRefused(number, "firstReviewFailed", "firstReview");
        assertThat(entry(number, "firstReview").content()).containsEntry("重新整改至", "2026-12-03");
        assertThat(closures.refusals(number)).isEqualTo(1);
    }

    /** Golden case 16. */
    @Test
    void threeOfFourNoLetGoCannotPass() {
        var number = closing("SUPERVISION");
        until(number, "acceptOnSite");
        var paper = new HashMap<>(filled.accepted("PASS", cityOffice()));
        paper.put("publicSatisfied", false);

        assertThatThrownBy(() -> handIn(cityOffice(), number, "acceptOnSite", paper))
                .isInstanceOf(RuleBroken.class)
                .hasMessage("“群众满意”必填");
        assertThat(openSteps(number)).containsExactly("acceptOnSite");

        paper.put("conclusion", "FAIL");
        handIn(cityOffice(), number, "acceptOnSite", paper);
        assertRefused(number, "acceptanceFailed", "acceptOnSite");
    }

    @Test
    void aLongTermRectificationNeedsAnExpert() {
        var number = closing("SUPERVISION");
        jdbc.sql("update wubu.problem set time_class = 'LONG_TERM' where number = :number")
                .param("number", number)
                .update();
        until(number, "acceptOnSite");
        var paper = new HashMap<>(filled.accepted("PASS", cityOffice()));

        assertThatThrownBy(() -> handIn(cityOffice(), number, "acceptOnSite", paper))
                .hasStackTraceContaining("至少一名专家");
        paper.put("members", List.of(ClosurePapers.member("组长", false), ClosurePapers.member("专家", true)));
        handIn(cityOffice(), number, "acceptOnSite", paper);

        assertThat(openSteps(number)).containsExactly("publishNotice");
    }

    @Test
    void oneAloneIsNoAcceptanceGroup() {
        var number = closing("SUPERVISION");
        until(number, "acceptOnSite");
        var paper = new HashMap<>(filled.accepted("PASS", cityOffice()));
        paper.put("members", List.of(ClosurePapers.member("组长", false)));

        assertThatThrownBy(() -> handIn(cityOffice(), number, "acceptOnSite", paper))
                .hasMessage("“验收组成员”至少 2 项，现有 1 项");
    }

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

    @Test
    void theFormsOfferWhatIsAlreadyKnown() {
        var number = closing("SUPERVISION");
        problems.note(
                number,
                "draftPlan",
                "制定整改方案",
                Actor.SYSTEM,
                Map.of("整改目标", "稳定达标", "整改措施", List.of(Map.of("text", "安装布袋除尘"))),
                List.of());

        assertThat(offered(unit(), number, "applyForClosure"))
                .containsEntry("goal", "稳定达标")
                .containsEntry("measures", List.of(Map.of("text", "安装布袋除尘")));
        until(number, "publishNotice");
        assertThat(offered(cityOffice(), number, "publishNotice")).containsEntry("endsOn", "2026-12-01");
        handIn(cityOffice(), number, "publishNotice", ClosurePapers.notice("2026-11-24", "2026-12-01"));
        objections.raise(number, OBJECTION, unit());
        assertThat(offered(cityOffice(), number, "handleObjection"))
                .containsEntry("objectionCount", 1)
                .containsEntry("objectionText", OBJECTION);
        handIn(cityOffice(), number, "handleObjection", ClosurePapers.ruled("DISMISSED", 1));
        fire(number, "noticeEnded");
        step(number, "signOff");
        assertThat(offered(account(Role.PROVINCE_OFFICE, "130000"), number, "fileRecord"))
                .containsEntry("penalty", "NONE")
                .containsEntry("recheck", "YES");
    }

    @Test
    void aLeaderWhoDoesNotSignRefusesTheClosure() {
        var number = closing("SUPERVISION");
        until(number, "signOff");

        handIn(account(Role.CITY_LEADER, CITY), number, "signOff", ClosurePapers.signed("REFUSE"));

        assertRefused(number, "signOffRefused", "signOff");
    }

    @Test
    void aRecheckThatFailsRefusesTheClosure() {
        var number = closing("SUPERVISION");
        until(number, "fileRecord");

        handIn(account(Role.PROVINCE_OFFICE, "130000"), number, "fileRecord", ClosurePapers.filed("REFUSE", "NONE"));

        assertRefused(number, "recordRefused", "fileRecord");
    }

    /** Golden case 16. */
    @Test
    void anUnpaidPenaltyBlocksClosingUntilItIsPaid() {
        var number = closing("SUPERVISION");
        handIn(unit(), number, "applyForClosure", filled.applied(unit(), "UNPAID"));
        until(number, "fileRecord");
        var province = account(Role.PROVINCE_OFFICE, "130000");

        assertThatThrownBy(() -> handIn(province, number, "fileRecord", ClosurePapers.filed("CONFIRM", "UNPAID")))
                .hasStackTraceContaining("已处罚、尚未履行，案件了结并履行完毕后方可销号");
        assertThatThrownBy(() -> handIn(province, number, "fileRecord", ClosurePapers.filed("CONFIRM", "APPEALED")))
                .hasStackTraceContaining("复议或诉讼中");
        assertThat(problem(number).state()).isEqualTo(State.PUBLICISED);
        handIn(province, number, "fileRecord", ClosurePapers.filed("CONFIRM", "PAID"));

        assertThat(problem(number).state()).isEqualTo(State.CLOSED);
    }

    @Test
    void aDisputedProblemCannotClose() {
        var number = closing("SUPERVISION");
        until(number, "fileRecord");
        problems.flag(number, "DISPUTED");

        assertThatThrownBy(() -> handIn(
                        account(Role.PROVINCE_OFFICE, "130000"),
                        number,
                        "fileRecord",
                        ClosurePapers.filed("CONFIRM", "NONE")))
                .hasStackTraceContaining("仍有争议未决");
        assertThat(problem(number).state()).isEqualTo(State.PUBLICISED);
    }

    @Test
    void aDrawnClosureIsNotFiledUnseen() {
        var number = closing("SUPERVISION");
        until(number, "fileRecord");
        var paper = new HashMap<>(ClosurePapers.filed("CONFIRM", "NONE"));
        paper.put("recheck", "NO");

        assertThatThrownBy(() -> handIn(account(Role.PROVINCE_OFFICE, "130000"), number, "fileRecord", paper))
                .hasStackTraceContaining("本件已抽中复核");
    }

    @Test
    void aComplaintOfTheCountyIsAcceptedBelowAndFiledByTheCity() {
        var number = closing("HOTLINE_12369");

        handIn(unit(), number, "applyForClosure", filled.applied(unit(), "NONE"));
        handIn(bureau(), number, "firstReview", ClosurePapers.reviewed("PASS"));
        assertThat(group(number, "acceptOnSite")).isEqualTo("COUNTY_ECO_BUREAU@" + COUNTY);
        handIn(bureau(), number, "acceptOnSite", filled.accepted("PASS", bureau()));
        until(number, "signOff");

        assertThat(group(number, "signOff")).isEqualTo("COUNTY_LEADER@" + COUNTY);
        handIn(account(Role.COUNTY_LEADER, COUNTY), number, "signOff", ClosurePapers.signed("SIGN"));
        assertThat(group(number, "fileRecord")).isEqualTo("CITY_ECO_OFFICE@" + CITY);
    }

    @Test
    void aListedProblemIsAcceptedByTheOfficeThatListedIt() {
        var number = closing("SUPERVISION");
        problems.flag(number, "LISTED");

        handIn(unit(), number, "applyForClosure", filled.applied(unit(), "NONE"));
        handIn(bureau(), number, "firstReview", ClosurePapers.reviewed("PASS"));

        assertThat(group(number, "acceptOnSite")).isEqualTo("MINISTRY_SUPERVISION_OFFICE@" + MINISTRY);
    }

    @Test
    void aRefusedClosureGoesOnWithTheRectificationInTheFiveSteps() {
        var number = pending("SUPERVISION");
        asSystem.run(() -> engine.getRuntimeService()
                .createProcessInstanceByKey("fiveStep")
                .businessKey(number)
                .setVariable("regionCode", COUNTY)
                .startBeforeActivity("closure")
                .execute());
        until(number, "firstReview");

        handIn(bureau(), number, "firstReview", ClosurePapers.reviewed("FAIL"));

        assertThat(passed(number)).contains("firstReviewFailed", "refusedClosure", "backToRectification");
        assertThat(openSteps(number)).containsExactly("rectify");
        assertThat(problem(number).state()).isEqualTo(State.RECTIFYING);
    }

    @Test
    void aClosedProblemGoesOnToItsLookBackInTheFiveSteps() {
        var number = pending("SUPERVISION");
        jdbc.sql("update wubu.problem set severity = 'CRITICAL' where number = :number")
                .param("number", number)
                .update();
        asSystem.run(() -> engine.getRuntimeService()
                .createProcessInstanceByKey("fiveStep")
                .businessKey(number)
                .setVariable("regionCode", COUNTY)
                .startBeforeActivity("closure")
                .execute());
        until(number, "fileRecord");
        handIn(account(Role.PROVINCE_OFFICE, "130000"), number, "fileRecord", ClosurePapers.filed("CONFIRM", "NONE"));

        assertThat(problem(number).state()).isEqualTo(State.CLOSED);
        fire(number, "lookBackDue");
        assertThat(openSteps(number)).containsExactly("lookBackOnSite");
        var patrol = account(Role.PATROL_TEAM, CITY);
        handIn(
                patrol,
                number,
                "lookBackOnSite",
                Map.of("verdict", "RECTIFIED", "note", "设施正常运行，未见反弹", "photos", photos(patrol, 1)));
        assertThat(problem(number).state()).isEqualTo(State.SETTLED);
    }

    @Test
    void everyMissedLimitIsReportedToTheSuperior() {
        var number = closing("SUPERVISION");
        for (var step : STEPS) {
            until(number, step);
            fire(number, step + "Overdue");
            assertThat(openSteps(number)).contains(step, "urge");
            clock.advance(Duration.ofMinutes(1));
            if (step.equals("publishNotice")) {
                handIn(cityOffice(), number, step, ClosurePapers.notice("2026-12-31", "2027-01-15"));
                clock.to(LocalDateTime.of(2027, 1, 4, 9, 0));
                objections.raise(number, OBJECTION, unit());
                fire(number, "handleObjectionOverdue");
                assertThat(openSteps(number)).containsExactly("handleObjection", "urge");
                clock.advance(Duration.ofMinutes(1));
                handIn(cityOffice(), number, "handleObjection", ClosurePapers.ruled("DISMISSED", 1));
                fire(number, "noticeEnded");
            } else {
                step(number, step);
            }
        }

        assertThat(problem(number).state()).isEqualTo(State.CLOSED);
        assertThat(passed(number))
                .contains(
                        "applyForClosureReported",
                        "firstReviewReported",
                        "acceptOnSiteReported",
                        "publishNoticeReported",
                        "handleObjectionReported",
                        "signOffReported",
                        "fileRecordReported");
    }

    private void assertRefused(String number, String end, String step) {
        assertThat(passed(number)).contains(end);
        assertThat(openSteps(number)).isEmpty();
        var problem = problem(number);
        assertThat(problem.state()).isEqualTo(State.RECTIFYING);
        assertThat(problem.dueAt()).isAfter(clock.instant());
        assertThat(application(number)).isEqualTo("REFUSED");
        assertThat(entry(number, step).to()).isEqualTo("RECTIFYING");
    }

    /** A verified problem whose closure has begun. */
    private String closing(String source) {
        var number = pending(source);
        asSystem.run(() ->
                engine.getRuntimeService().startProcessInstanceByKey("closure", number, Map.of("regionCode", COUNTY)));
        return number;
    }

    private String pending(String source) {
        var finding = new Finding(
                source,
                COUNTY,
                "2017Q-R06",
                null,
                "销号点位" + UUID.randomUUID(),
                null,
                null,
                null,
                "散乱污",
                "现场检查发现的问题，描述至少二十个字，供测试使用。",
                LocalDate.of(2026, 11, 20),
                null,
                null,
                null);
        var number = problems.register(finding, new Actor("team.130400", "督查组"), List.of());
        problems.move(number, Move.of("verify", "核实到位", Actor.SYSTEM, List.of(State.DRAFT), State.PATROL_VERIFIED));
        return number;
    }

    private String noticed() {
        var number = closing("SUPERVISION");
        until(number, "publishNotice");
        handIn(cityOffice(), number, "publishNotice", ClosurePapers.notice("2026-11-24", "2026-12-01"));
        return number;
    }

    /** Takes the closure up to a step, whatever is done already. */
    private void until(String number, String step) {
        for (var next : STEPS) {
            if (next.equals(step)) {
                assertThat(openSteps(number)).contains(step);
                return;
            }
            if (task(number, next) != null) {
                step(number, next);
            }
        }
    }

    private void step(String number, String step) {
        switch (step) {
            case "applyForClosure" -> handIn(unit(), number, step, filled.applied(unit(), "NONE"));
            case "firstReview" -> handIn(bureau(), number, step, ClosurePapers.reviewed("PASS"));
            case "acceptOnSite" -> handIn(cityOffice(), number, step, filled.accepted("PASS", cityOffice()));
            case "publishNotice" -> {
                handIn(cityOffice(), number, step, ClosurePapers.notice("2026-11-24", "2026-12-01"));
                fire(number, "noticeEnded");
            }
            case "signOff" -> handIn(account(Role.CITY_LEADER, CITY), number, step, ClosurePapers.signed("SIGN"));
            default ->
                handIn(account(Role.PROVINCE_OFFICE, "130000"), number, step, ClosurePapers.filed("CONFIRM", "NONE"));
        }
    }

    private String unit() {
        return account(Role.RESPONSIBLE_UNIT, COUNTY);
    }

    private String bureau() {
        return account(Role.COUNTY_ECO_BUREAU, COUNTY);
    }

    private String cityOffice() {
        return account(Role.CITY_ECO_OFFICE, CITY);
    }

    private Map<String, Object> offered(String account, String number, String step) {
        var offered = new HashMap<String, Object>();
        var id = task(number, step).getId();
        as(account, () -> offered.putAll(papers.prefill(id)));
        return offered;
    }

    private String application(String number) {
        return jdbc.sql("select state from wubu.closure_application where number = :number order by id desc limit 1")
                .param("number", number)
                .query(String.class)
                .single();
    }

    private List<String> notices(String number, String audience) {
        return jdbc.sql("select text from wubu.notice where subject = :number and audience = :audience")
                .param("number", number)
                .param("audience", audience)
                .query(String.class)
                .list();
    }

    private String group(String number, String step) {
        return asSystem.call(() -> engine.getTaskService()
                .getIdentityLinksForTask(task(number, step).getId())
                .get(0)
                .getGroupId());
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

    private Entry entry(String number, String step) {
        return records.of(number).stream()
                .filter(entry -> entry.step().equals(step))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}

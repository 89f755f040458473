package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.campaigns.Campaign;
import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Round;
import io.wubu.disclosure.Duties;
import io.wubu.disclosure.Duty;
import io.wubu.flow.engine.Severities;
import io.wubu.letters.LetterLines;
import io.wubu.letters.LetterState;
import io.wubu.letters.Letters;
import io.wubu.people.Role;
import io.wubu.problems.Finding;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 督办函, path by path, with the three duties to publish (M22–M24); rounds of 2017 on the calendar of 2017. */
class SupervisionLetterIT extends WubuTest {

    private static final AtomicInteger SITES = new AtomicInteger();
    private static final LocalDate FIRST = LocalDate.of(2017, 9, 1);

    @Autowired
    private Letters letters;

    @Autowired
    private LetterLines lines;

    @Autowired
    private Duties duties;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Severities severities;

    @Autowired
    private Records records;

    @BeforeEach
    void openTheSeasonOf2017() {
        if (jdbc.sql("select count(*) from wubu.campaign where code = 'S17'")
                        .query(Integer.class)
                        .single()
                == 0) {
            campaigns.open(new Campaign("S17", "2017-2018年秋冬季攻坚行动", FIRST, LocalDate.of(2018, 3, 29), 0));
            for (var no = 1; no <= 15; no++) {
                var first = FIRST.plusDays(14L * (no - 1));
                campaigns.add(new Round("S17-R%02d".formatted(no), "S17", no, 1, first, first.plusDays(13), "RUNNING"));
            }
        }
        clock.to(LocalDateTime.of(2017, 9, 30, 9, 0));
    }

    /** Golden case 11. */
    @Test
    void theDutiesOfTheSecondRoundEndOnTheNinthThirtiethTheTenthTenthAndTheTenthFifteenth() {
        var letter = issued("S17-R02", CITY);

        assertThat(duty(letter, "M22").anchorOn()).isEqualTo("2017-09-28");
        assertThat(duty(letter, "M22").dueOn()).isEqualTo("2017-09-30");
        assertThat(duty(letter, "M24").anchorOn()).isEqualTo("2017-09-30");
        assertThat(duty(letter, "M24").dueOn()).isEqualTo("2017-10-15");
        publish(letter);
        assertThat(duty(letter, "M23").anchorOn()).isEqualTo("2017-09-30");
        assertThat(duty(letter, "M23").dueOn()).isEqualTo("2017-10-10");
        assertThat(task(letter, "publishList").getDueDate()).isEqualTo("2017-10-10T18:00:00");
        assertThat(task(letter, "replyToLetter").getDueDate()).isEqualTo("2017-10-15T18:00:00");
        assertThat(letters.get(letter).replyDueOn()).isEqualTo("2017-10-15");
    }

    @Test
    void aLetterIsDraftedSignedIssuedPublishedAnsweredAndClosed() {
        var letter = issued("S17-R03", CITY);
        assertThat(letters.get(letter).docNo()).matches("环督函〔2017〕\\d+号");
        assertThat(openSteps(letter)).containsExactly("publishLetter", "replyToLetter");
        assertThat(task(letter, "replyToLetter").getTenantId()).isEqualTo(CITY);

        publish(letter);
        clock.advance(Duration.ofDays(1));
        publishList(letter);
        reply(letter);
        review(letter, Map.of("decision", "ACCEPT"));

        assertThat(letters.get(letter).state()).isEqualTo(LetterState.CLOSED);
        assertThat(openSteps(letter)).isEmpty();
        assertThat(passed(letter))
                .contains(
                        "groupProblems",
                        "draftLetter",
                        "countersign",
                        "issueLetter",
                        "letterIssued",
                        "publishLetter",
                        "publishList",
                        "replyToLetter",
                        "reviewReply",
                        "letterSettled",
                        "letterClosed");
        assertThat(duties.of(letter)).extracting(Duty::onTime).containsOnly(true);
        assertThat(lines.of(letter)).hasSize(2).allSatisfy(line -> {
            assertThat(line.handling()).isEqualTo("已立案查处");
            assertThat(line.dueOn()).isNotNull();
        });
        assertThat(records.of(letter).stream().map(entry -> entry.step()))
                .containsExactly(
                        "groupProblems",
                        "draftLetter",
                        "countersign",
                        "issueLetter",
                        "publishLetter",
                        "publishList",
                        "replyToLetter",
                        "reviewReply",
                        "letterClosed");
    }

    @Test
    void documentNumbersRunWithoutGaps() {
        var first = letters.get(issued("S17-R04", CITY)).docNo();
        var second = letters.get(issued("S17-R04", "140500")).docNo();

        assertThat(running(second)).isEqualTo(running(first) + 1);
    }

    @Test
    void aReturnedDraftIsWrittenAgainAndBothVersionsAreKept() {
        var letter = begun("S17-R05", CITY);
        draft(letter);
        sign(letter, Map.of("decision", "RETURN", "comment", "请补充整改要求"));
        assertThat(openSteps(letter)).containsExactly("draftLetter");
        assertThat(letters.get(letter).state()).isEqualTo(LetterState.DRAFTING);

        draft(letter);
        sign(letter, Map.of("decision", "APPROVE"));

        assertThat(jdbc.sql("select label from wubu.letter_version where number = :number order by version")
                        .param("number", letter)
                        .query(String.class)
                        .list())
                .containsExactly("拟函", "拟函", "印发");
        assertThat(letters.get(letter).version()).isEqualTo(3);
    }

    @Test
    void aLetterWhoseProblemsAreAllWithdrawnCannotBeSignedOnlyDropped() {
        var letter = begun("S17-R06", CITY);
        draft(letter);
        lines.of(letter).forEach(line -> withdraw(line.problemNumber()));

        assertThatThrownBy(() -> sign(letter, Map.of("decision", "APPROVE"))).hasStackTraceContaining("所列问题均已撤回");
        sign(letter, Map.of("decision", "DROP", "comment", "问题均已撤回，不再发函"));

        assertThat(letters.get(letter).state()).isEqualTo(LetterState.DROPPED);
        assertThat(letters.get(letter).docNo()).isNull();
        assertThat(passed(letter)).contains("letterDropped").doesNotContain("issueLetter");
    }

    @Test
    void aProblemWithdrawnBeforeTheIssueIsNotListed() {
        var letter = begun("S17-R07", CITY);
        draft(letter);
        withdraw(lines.of(letter).get(0).problemNumber());
        sign(letter, Map.of("decision", "APPROVE"));

        assertThat(lines.of(letter)).hasSize(1);
    }

    @Test
    void aReplyMustAnswerEveryProblemAndComesBackUntilItIsAccepted() {
        var letter = issued("S17-R08", CITY);
        var incomplete = new HashMap<>(replied(letter));
        incomplete.put("answers", List.of(answer(lines.of(letter).get(0).problemNumber())));
        assertThatThrownBy(() -> handIn(account(Role.CITY_GOV, CITY), letter, "replyToLetter", incomplete))
                .hasStackTraceContaining("只回复了 1 个");

        reply(letter);
        clock.advance(Duration.ofDays(20));
        review(letter, Map.of("decision", "RETURN", "comment", "请补充落实情况的证明材料"));
        assertThat(openSteps(letter)).contains("replyToLetter");
        assertThat(task(letter, "replyToLetter").getDueDate()).isEqualTo("2017-10-15T18:00:00");
        assertThat(duty(letter, "M24").onTime()).isNull();
        reply(letter);
        review(letter, Map.of("decision", "ACCEPT"));

        assertThat(duty(letter, "M24").onTime()).isFalse();
        assertThat(openSteps(letter)).containsExactly("publishLetter");
    }

    @Test
    void aPublicationCannotBeDatedBeforeItWasPossible() {
        var letter = issued("S17-R09", CITY);

        assertThatThrownBy(() -> handIn(
                        office(), letter, "publishLetter", Map.of("publishedOn", "2017-09-29", "url", "部网站强化督查专栏")))
                .hasStackTraceContaining("“公开日期”不能早于 2017-09-30");
    }

    @Test
    void whoeverIsLateIsUrgedByTheRightSuperior() {
        var letter = begun("S17-R10", CITY);
        fire(letter, "draftLetterOverdue");
        assertThat(urged(letter)).isEqualTo("MINISTRY_LEADER@000000");
        clock.advance(Duration.ofMinutes(1));
        draft(letter);
        sign(letter, Map.of("decision", "APPROVE"));
        fire(letter, "publishLetterOverdue");
        assertThat(urged(letter)).isEqualTo("MINISTRY_LEADER@000000");
        clock.advance(Duration.ofMinutes(1));
        publish(letter);
        fire(letter, "publishListOverdue");
        assertThat(urged(letter)).isEqualTo("CITY_LEADER@130400");
        clock.advance(Duration.ofMinutes(1));
        publishList(letter);
        fire(letter, "replyToLetterOverdue");
        assertThat(urged(letter)).isEqualTo("PROVINCE_OFFICE@130000");
        clock.advance(Duration.ofMinutes(1));
        reply(letter);
        fire(letter, "reviewReplyOverdue");
        assertThat(urged(letter)).isEqualTo("MINISTRY_LEADER@000000");
        clock.advance(Duration.ofMinutes(1));
        review(letter, Map.of("decision", "ACCEPT"));

        assertThat(openSteps(letter)).isEmpty();
        assertThat(passed(letter))
                .contains(
                        "draftLetterReported",
                        "publishLetterReported",
                        "publishListReported",
                        "replyToLetterReported",
                        "reviewReplyReported",
                        "needless");
    }

    private String begun(String round, String city) {
        var county = city.equals(CITY) ? COUNTY : OTHER_COUNTY;
        established(round, county);
        established(round, county);
        var letter = letters.open("S17", round, campaigns.round(round).endsOn(), city);
        asSystem.run(() -> engine.getRuntimeService()
                .startProcessInstanceByKey("supervisionLetter", letter, Map.of("regionCode", city)));
        return letter;
    }

    private String issued(String round, String city) {
        var letter = begun(round, city);
        draft(letter);
        sign(letter, Map.of("decision", "APPROVE"));
        return letter;
    }

    private void established(String round, String county) {
        var finding = new Finding(
                "SUPERVISION",
                county,
                round,
                null,
                "督办函点位" + SITES.incrementAndGet(),
                null,
                null,
                null,
                "散乱污",
                "现场检查发现的问题，描述至少二十个字，供测试使用。",
                campaigns.round(round).startsOn(),
                null,
                null,
                null);
        var number = problems.register(finding, Actor.SYSTEM, List.of());
        severities.propose(number);
        severities.assign(number, Move.of("import", "台账导入", Actor.SYSTEM, List.of(State.DRAFT), State.ASSIGNED), null);
    }

    private void withdraw(String problem) {
        problems.move(
                problem, Move.of("decideObjection", "异议成立，撤回", Actor.SYSTEM, List.of(State.ASSIGNED), State.WITHDRAWN));
    }

    private void draft(String letter) {
        var text = "强化督查发现你市存在环境问题，请依法依规立即查处，限期整改，并自本函印发之日起15日内将查处情况、整改方案及落实情况书面报我部。";
        handIn(
                office(),
                letter,
                "draftLetter",
                Map.of("docCode", "环督函", "title", "关于强化督查发现问题的督办函", "addressee", "市人民政府", "text", text));
    }

    private void sign(String letter, Map<String, Object> decision) {
        handIn(account(Role.MINISTRY_LEADER, MINISTRY), letter, "countersign", decision);
    }

    private void publish(String letter) {
        handIn(office(), letter, "publishLetter", published("部网站强化督查专栏"));
    }

    private void publishList(String letter) {
        handIn(account(Role.CITY_ECO_OFFICE, CITY), letter, "publishList", published("市政府网站首页"));
    }

    private void reply(String letter) {
        handIn(account(Role.CITY_GOV, CITY), letter, "replyToLetter", replied(letter));
    }

    private void review(String letter, Map<String, Object> decision) {
        handIn(office(), letter, "reviewReply", decision);
    }

    private Map<String, Object> replied(String letter) {
        var reply = new HashMap<>(published("市日报第一版"));
        reply.put(
                "answers",
                lines.of(letter).stream()
                        .map(line -> answer(line.problemNumber()))
                        .toList());
        return reply;
    }

    private static Map<String, Object> answer(String problem) {
        return Map.of("problemNumber", problem, "handling", "已立案查处", "plan", "限期拆除生产设备", "progress", "设备已全部拆除");
    }

    private Map<String, Object> published(String url) {
        var today = clock.instant().atZone(clock.getZone()).toLocalDate();
        return Map.of("publishedOn", today.toString(), "url", url);
    }

    private Duty duty(String letter, String code) {
        return duties.of(letter).stream()
                .filter(duty -> duty.duty().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private String urged(String letter) {
        var task = task(letter, "urge");
        return asSystem.call(() -> (String) engine.getTaskService().getVariable(task.getId(), "superior"));
    }

    private String office() {
        return account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
    }

    private static int running(String docNo) {
        return Integer.parseInt(docNo.replaceAll(".*〕(\\d+)号", "$1"));
    }
}

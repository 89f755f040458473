package io.wubu.flow;

import io.wubu.WubuTest;
import io.wubu.campaigns.Campaign;
import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Round;
import io.wubu.disclosure.Duties;
import io.wubu.disclosure.Duty;
import io.wubu.flow.rules.Severities;
import io.wubu.letters.LetterLines;
import io.wubu.letters.Letters;
import io.wubu.people.Role;
import io.wubu.problems.Finding;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** The season of 2017 and a letter’s way, for the tests of its parts. */
abstract class LetterSteps extends WubuTest {

    static final AtomicInteger SITES = new AtomicInteger();
    static final LocalDate FIRST = LocalDate.of(2017, 9, 1);

    @Autowired
    Letters letters;

    @Autowired
    LetterLines lines;

    @Autowired
    Duties duties;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Severities severities;

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

    String begun(String round, String city) {
        var county = city.equals(CITY) ? COUNTY : OTHER_COUNTY;
        established(round, county);
        established(round, county);
        var letter = letters.open("S17", round, campaigns.round(round).endsOn(), city);
        asSystem.run(() -> engine.getRuntimeService()
                .startProcessInstanceByKey("supervisionLetter", letter, Map.of("regionCode", MINISTRY)));
        return letter;
    }

    String issued(String round, String city) {
        var letter = begun(round, city);
        draft(letter);
        sign(letter, Map.of("decision", "APPROVE"));
        return letter;
    }

    void established(String round, String county) {
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

    void draft(String letter) {
        var text = "强化督查发现你市存在环境问题，请依法依规立即查处，限期整改，并自本函印发之日起15日内将查处情况、整改方案及落实情况书面报我部。";
        handIn(
                office(),
                letter,
                "draftLetter",
                Map.of("docCode", "环督函", "title", "关于强化督查发现问题的督办函", "addressee", "市人民政府", "text", text));
    }

    void sign(String letter, Map<String, Object> decision) {
        handIn(account(Role.MINISTRY_LEADER, MINISTRY), letter, "countersign", decision);
    }

    void publish(String letter) {
        handIn(office(), letter, "publishLetter", published("部网站强化督查专栏"));
    }

    void publishList(String letter) {
        handIn(account(Role.CITY_ECO_OFFICE, CITY), letter, "publishList", published("市政府网站首页"));
    }

    void reply(String letter) {
        handIn(account(Role.CITY_GOV, CITY), letter, "replyToLetter", replied(letter));
    }

    void review(String letter, Map<String, Object> decision) {
        handIn(office(), letter, "reviewReply", decision);
    }

    Map<String, Object> replied(String letter) {
        var reply = new HashMap<>(published("市日报第一版"));
        reply.put(
                "answers",
                lines.of(letter).stream()
                        .map(line -> answer(line.problemNumber()))
                        .toList());
        return reply;
    }

    static Map<String, Object> answer(String problem) {
        return Map.of("problemNumber", problem, "handling", "已立案查处", "plan", "限期拆除生产设备", "progress", "设备已全部拆除");
    }

    Map<String, Object> published(String url) {
        var today = clock.instant().atZone(clock.getZone()).toLocalDate();
        return Map.of("publishedOn", today.toString(), "url", url);
    }

    Duty duty(String letter, String code) {
        return duties.of(letter).stream()
                .filter(duty -> duty.duty().equals(code))
                .findFirst()
                .orElseThrow();
    }

    String office() {
        return account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY);
    }
}

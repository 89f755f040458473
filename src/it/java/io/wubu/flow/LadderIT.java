package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.flow.ladder.Ladders;
import io.wubu.flow.ladder.Rung;
import io.wubu.flow.ladder.Rung.Kind;
import io.wubu.flow.urging.HandUrges;
import io.wubu.insight.Reach;
import io.wubu.notices.Notices;
import io.wubu.people.People;
import io.wubu.people.Role;
import io.wubu.records.Records;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The ladder says what fired, what fires next, to whom, when and by which rule; a superior urges, but not too often. */
class LadderIT extends WubuTest {

    @Autowired
    private Ladders ladders;

    @Autowired
    private HandUrges urges;

    @Autowired
    private Records records;

    @Autowired
    private Notices notices;

    @Autowired
    private People people;

    @Test
    void anUnsignedProblemIsRemindedTwiceThenOverdueThenReportedToTheCitysLeader() {
        var number = importedProblem(COUNTY, "VOCs治理");
        var due = task(number, "signIn").getDueDate().toInstant();

        var ahead = ladders.of(number, COUNTY).stream()
                .filter(rung -> rung.kind() == Kind.NEXT)
                .toList();

        assertThat(ladders.of(number, COUNTY)).extracting(Rung::kind).containsOnly(Kind.NEXT, Kind.LATER);
        assertThat(ahead).extracting(Rung::what).containsExactly("提醒：“签收”将到期", "提醒：“签收”将到期", "“签收”逾期", "未签收 → 报市领导");
        assertThat(ahead).extracting(Rung::at).isSorted().last().isEqualTo(due);
        assertThat(ahead.get(3).to()).isEqualTo("邯郸市 市政府负责人");
        assertThat(ahead.get(0).to()).isEqualTo("邯郸市 市整改办");
        assertThat(ahead.get(0).rule()).contains("提醒组合").contains("默认值");
        assertThat(ahead.get(3).rule()).contains("签收").contains("默认值");
        assertThat(ahead.get(3).workingHours()).isEqualTo(18.0);
        assertThat(ladders.next(List.of(task(number, "signIn").getId()), new Reach(List.of("1304"))))
                .containsValue(ahead.get(0));
    }

    /** 2026-12-24 is the date; then DMN-7: 7, 5 and 3 working days, into a year without an arrangement. */
    @Test
    void theSlipsThatWouldFollowAreForeseenByTheTable() {
        var number = importedProblem(COUNTY, "VOCs治理");
        new AssignSteps(this).until(number, "rectify");

        var later = ladders.of(number, COUNTY).stream()
                .filter(rung -> rung.kind() == Kind.LATER)
                .toList();

        assertThat(later)
                .extracting(Rung::what)
                .containsExactly("签发白色督办单，限7个工作日", "签发黄色督办单，限5个工作日", "签发红色督办单，限3个工作日", "督办均未见效 → 提出问题线索和问责建议，升级约谈");
        assertThat(later)
                .extracting(rung -> LocalDateTime.ofInstant(rung.at(), clock.getZone()))
                .containsExactly(
                        LocalDateTime.of(2026, 12, 24, 18, 0),
                        LocalDateTime.of(2027, 1, 5, 18, 0),
                        LocalDateTime.of(2027, 1, 12, 18, 0),
                        LocalDateTime.of(2027, 1, 15, 18, 0));
        assertThat(later.get(1).to()).isEqualTo("丛台区 责任单位，抄送丛台区 县区政府负责人");
        assertThat(later.get(0).rule()).contains("DMN-7").contains("默认值");
    }

    @Test
    void whatHasFiredStaysOnTheLadder() {
        var number = importedProblem(COUNTY, "VOCs治理");
        fire(number, "signInOverdue");

        var fired = ladders.of(number, COUNTY).stream()
                .filter(rung -> rung.kind() == Kind.DONE)
                .toList();

        assertThat(fired).extracting(Rung::to).contains("邯郸市 市政府负责人");
        assertThat(fired).extracting(Rung::what).anyMatch(what -> what.contains("“签收”逾期"));
    }

    @Test
    void aSuperiorUrgesOnceInFourWorkingHoursAndEachTimeIsCounted() {
        var number = importedProblem(COUNTY, "VOCs治理");
        var leader = people.get(account(Role.CITY_LEADER, CITY));
        clock.to(LocalDateTime.of(2026, 11, 24, 16, 0));

        urges.urge(number, leader, "请今日完成签收");
        clock.advance(Duration.ofHours(4));
        assertThatThrownBy(() -> urges.urge(number, leader, "请今日完成签收"))
                .hasMessageContaining("4个工作小时")
                .hasMessageContaining("11月25日 11:00");
        clock.to(LocalDateTime.of(2026, 11, 25, 11, 0));
        urges.urge(number, leader, "请立即完成签收");

        assertThat(records.of(number).stream()
                        .filter(entry -> entry.step().equals("urgeByHand"))
                        .map(entry -> (Object) entry.content().get("催办次数"))
                        .toList())
                .isEqualTo(List.of(1, 2));
        assertThat(notices.of(number))
                .filteredOn(told -> told.text().contains("第2次"))
                .singleElement()
                .satisfies(told -> assertThat(told.audience()).isEqualTo("CITY_ECO_OFFICE@130400"));
    }

    @Test
    void nobodyUrgesHimself() {
        var number = importedProblem(COUNTY, "VOCs治理");
        var office = people.get(account(Role.CITY_ECO_OFFICE, CITY));
        assertThatThrownBy(() -> urges.urge(number, office, "请今日完成签收")).hasMessageContaining("无需催办");
    }
}

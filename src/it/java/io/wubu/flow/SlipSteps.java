package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.flow.supervisionslip.SlipRequests;
import io.wubu.people.Role;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import io.wubu.shared.ClockConfiguration;
import io.wubu.slips.Colour;
import io.wubu.slips.Slip;
import io.wubu.slips.SlipRequest;
import io.wubu.slips.Slips;
import io.wubu.slips.Trigger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of 三色督办单 share: problems that get slips, the papers, what was written. */
public abstract class SlipSteps extends WubuTest {

    private static final String LONG_TEXT = "已组织复工前检查，逐项落实整改措施，附现场照片和整改台账，请予验收。";

    final AssignSteps steps = new AssignSteps(this);

    @Autowired
    Slips slips;

    @Autowired
    SlipRequests requests;

    @Autowired
    Records records;

    String white() {
        var number = rectifying();
        requests.byHand(number, byHand(Colour.WHITE));
        fire(number, "officeOpens");
        assertThat(open(number).colour()).isEqualTo(Colour.WHITE);
        return number;
    }

    String replied() {
        var number = white();
        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        handIn(unit, number, "signSlip", Map.of("receivedBy", "区政府主要负责人"));
        handIn(unit, number, "replySlip", reply(unit));
        return number;
    }

    /** Begins the life of a problem at one of its stages. */
    void beginAt(String number, String region, String stage) {
        asSystem.run(() -> engine.getRuntimeService()
                .createProcessInstanceByKey("fiveStep")
                .businessKey(number)
                .setVariable("regionCode", region)
                .startBeforeActivity(stage)
                .execute());
        runJobs(number);
    }

    void checked(String number, String county) {
        var bureau = account(Role.COUNTY_ECO_BUREAU, county);
        var photos = photos(bureau, 2);
        handIn(
                bureau,
                number,
                "checkByCounty",
                Map.of("onSite", "YES", "conclusion", "PASS", "opinion", "现场核对整改措施逐项落实情况", "photos", photos));
    }

    void verified(String number, String verdict) {
        var patrol = account(Role.PATROL_TEAM, CITY);
        var photos = photos(patrol, 1);
        handIn(patrol, number, "verifyOnSite", Map.of("verdict", verdict, "note", "现场逐项核对，情况如照片所示", "photos", photos));
    }

    Map<String, Object> reply(String unit) {
        return Map.of("result", LONG_TEXT, "evidencePhotos", photos(unit, 1), "documents", "区政函〔2026〕8号");
    }

    static SlipRequest byHand(Colour colour) {
        return new SlipRequest(
                Trigger.IMPORTANT,
                colour,
                "群众反映强烈，问题尚未整改到位",
                "请立即组织整改，每日报告进展",
                new Actor("urging-office.130400", "邯郸市督查室"));
    }

    String urging() {
        return account(Role.URGING_OFFICE, CITY);
    }

    List<String> labels(String number) {
        return records.of(number).stream().map(entry -> entry.label()).toList();
    }

    boolean seen(String account, String number) {
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

    protected String rectifying() {
        var number = importedProblem(COUNTY, "散乱污");
        steps.until(number, "rectify");
        return number;
    }

    Slip open(String number) {
        return slips.openSlip(number).orElseThrow();
    }

    String clue(Slip slip) {
        return jdbc.sql("select number from wubu.clue_proposal where slip_number = :n")
                .param("n", slip.number())
                .query(String.class)
                .single();
    }

    static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ClockConfiguration.ZONE).toInstant();
    }
}

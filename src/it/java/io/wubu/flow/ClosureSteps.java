package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.closure.Closures;
import io.wubu.closure.Objections;
import io.wubu.people.Role;
import io.wubu.problems.Finding;
import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;

/** The way of a verified problem through 销号, for the tests of its parts. */
abstract class ClosureSteps extends WubuTest {

    static final List<String> STEPS =
            List.of("applyForClosure", "firstReview", "acceptOnSite", "publishNotice", "signOff", "fileRecord");

    static final String OBJECTION = "夜间仍有异味，设施没有开，请再核实";

    final ClosurePapers filled = new ClosurePapers(this);

    @Autowired
    Records records;

    @Autowired
    Objections objections;

    @Autowired
    Closures closures;

    void assertRefused(String number, String end, String step) {
        assertThat(passed(number)).contains(end);
        assertThat(openSteps(number)).isEmpty();
        var problem = problem(number);
        assertThat(problem.state()).isEqualTo(State.RECTIFYING);
        assertThat(problem.dueAt()).isAfter(clock.instant());
        assertThat(application(number)).isEqualTo("REFUSED");
        assertThat(entry(number, step).to()).isEqualTo("RECTIFYING");
    }

    /** A verified problem whose closure has begun. */
    String closing(String source) {
        var number = pending(source);
        asSystem.run(() ->
                engine.getRuntimeService().startProcessInstanceByKey("closure", number, Map.of("regionCode", COUNTY)));
        return number;
    }

    String pending(String source) {
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

    /** Takes the closure up to a step, whatever is done already. */
    void until(String number, String step) {
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

    void step(String number, String step) {
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

    String unit() {
        return account(Role.RESPONSIBLE_UNIT, COUNTY);
    }

    String bureau() {
        return account(Role.COUNTY_ECO_BUREAU, COUNTY);
    }

    String cityOffice() {
        return account(Role.CITY_ECO_OFFICE, CITY);
    }

    String application(String number) {
        return jdbc.sql("select state from wubu.closure_application where number = :number order by id desc limit 1")
                .param("number", number)
                .query(String.class)
                .single();
    }

    Entry entry(String number, String step) {
        return records.of(number).stream()
                .filter(entry -> entry.step().equals(step))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}

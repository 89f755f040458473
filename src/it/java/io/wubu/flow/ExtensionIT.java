package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.flow.extension.Extensions;
import io.wubu.people.Role;
import io.wubu.shared.RuleBroken;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** 延期: one a problem, twice approved, never for an item that allows none (golden case 21). */
class ExtensionIT extends WubuTest {

    private static final String REASON = "设备到货推迟，安装调试需要更多时间";

    @Autowired
    private Extensions extensions;

    @Test
    void anApprovedExtensionMovesLedgerTaskAndTimersTogether() {
        var number = rectifying();
        var later = dueOn(number).plusDays(11);

        ask(number, later);
        handIn(
                account(Role.COUNTY_LEADER, COUNTY),
                number,
                "approveExtension",
                Map.of("newDate", later.toString(), "decision", "APPROVE"));
        handIn(
                account(Role.CITY_ECO_OFFICE, CITY),
                number,
                "confirmExtension",
                Map.of("newDate", later.toString(), "decision", "APPROVE"));

        assertThat(dueOn(number)).isEqualTo(later);
        assertThat(task(number, "rectify").getDueDate().toInstant())
                .isEqualTo(problem(number).dueAt());
        assertThat(dueOf(number, "rectificationDue")).isEqualTo(problem(number).dueAt());
        assertThat(dueOf(number, "rectify_markOverdue"))
                .isEqualTo(problem(number).dueAt());
        assertThat(problem(number).flags()).contains("EXTENDED");
        assertThatThrownBy(() -> ask(number, later.plusDays(5))).hasMessageContaining("只能申请一次延期");
    }

    @Test
    void anExtensionRefusedByTheCountyOrTheCityChangesNothing() {
        var first = rectifying();
        var due = dueOn(first);
        ask(first, due.plusDays(3));
        handIn(
                account(Role.COUNTY_LEADER, COUNTY),
                first,
                "approveExtension",
                Map.of("decision", "REFUSE", "comment", "理由不充分，按期完成"));
        assertThat(dueOn(first)).isEqualTo(due);

        var second = rectifying();
        ask(second, due.plusDays(3));
        handIn(account(Role.COUNTY_LEADER, COUNTY), second, "approveExtension", Map.of("decision", "APPROVE"));
        handIn(
                account(Role.CITY_ECO_OFFICE, CITY),
                second,
                "confirmExtension",
                Map.of("decision", "REFUSE", "comment", "理由不充分，按期完成"));

        assertThat(dueOn(second)).isEqualTo(due);
        assertThat(passed(second)).contains("extensionRefused");
    }

    @Test
    void lateApprovalsAreTakenToTheCityLeader() {
        var number = rectifying();
        ask(number, dueOn(number).plusDays(3));

        fire(number, "approveExtensionOverdue");
        assertThat(openSteps(number)).contains("urge");
        clock.advance(Duration.ofMinutes(1));
        handIn(account(Role.COUNTY_LEADER, COUNTY), number, "approveExtension", Map.of("decision", "APPROVE"));
        fire(number, "confirmExtensionOverdue");

        assertThat(openSteps(number)).contains("urge", "confirmExtension");
    }

    @Test
    void anItemThatAllowsNoExtensionIsRefused() {
        var number = rectifying();
        problems.flag(number, "NO_EXTENSION");

        assertThatThrownBy(() -> ask(number, dueOn(number).plusDays(3)))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("不得延期");
        assertThat(openSteps(number)).containsExactly("rectify");
    }

    private void ask(String number, LocalDate date) {
        var unit = account(Role.RESPONSIBLE_UNIT, COUNTY);
        var id = task(number, "rectify").getId();
        as(unit, () -> {
            engine.getTaskService().claim(id, unit);
            extensions.ask(id, unit, date, REASON);
        });
    }

    private String rectifying() {
        var number = importedProblem(COUNTY, "VOCs治理");
        new AssignSteps(this).until(number, "rectify");
        return number;
    }

    private LocalDate dueOn(String number) {
        return problem(number).dueAt().atZone(clock.getZone()).toLocalDate();
    }

    private Instant dueOf(String number, String timer) {
        return jobs(number).stream()
                .filter(job -> timer.equals(activity(job)) || handler(job).contains(timer))
                .findFirst()
                .orElseThrow()
                .getDuedate()
                .toInstant();
    }
}

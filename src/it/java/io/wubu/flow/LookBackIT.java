package io.wubu.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.problems.Move;
import io.wubu.problems.State;
import io.wubu.records.Entry;
import io.wubu.shared.Actor;
import io.wubu.shared.Draw;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** 回头看: which closed problems are drawn, when, and what a rebound does. */
class LookBackIT extends InspectSteps {

    @Test
    void aCriticalProblemIsAlwaysLookedAtAgainAfterThirtyDays() {
        var number = closed("CRITICAL");

        assertThat(openSteps(number)).isEmpty();
        fire(number, "lookBackDue");
        assertThat(clock.instant().atZone(clock.getZone()).toLocalDate()).isEqualTo(LocalDate.of(2026, 12, 24));
        fire(number, "lookBackOnSiteOverdue");
        assertThat(openSteps(number)).containsExactly("lookBackOnSite", "urge");
        clock.advance(Duration.ofMinutes(1));
        handIn(patrol(), number, "lookBackOnSite", verdict(patrol(), "RECTIFIED"));

        assertThat(passed(number))
                .contains("planLookBack", "drawSample", "isSampled", "lookBackOnSiteReported", "noRebound");
        assertThat(problem(number).state()).isEqualTo(State.CLOSED);
        assertThat(variable(number, "rebounded")).isEqualTo(false);
        var draw = entry(number, "drawSample");
        assertThat(draw.content())
                .containsEntry("随机种子", Draw.of("lookBack", number).seed())
                .containsEntry("抽样比例", "100%")
                .containsEntry("结果", "抽中")
                .containsEntry("回头看日期", "2026-12-24");
        assertThat(draw.ruleVersion()).isEqualTo("回头看抽样");
    }

    @Test
    void aReboundGoesBackToRectificationWithANewDate() {
        var number = closed("CRITICAL");
        fire(number, "lookBackDue");

        handIn(patrol(), number, "lookBackOnSite", verdict(patrol(), "REBOUND"));

        assertThat(passed(number)).contains("hasRebounded", "reboundFound");
        assertThat(variable(number, "rebounded")).isEqualTo(true);
        var problem = problem(number);
        assertThat(problem.state()).isEqualTo(State.RECTIFYING);
        assertThat(problem.flags()).contains("REBOUND");
        assertThat(problem.closedAt()).isNull();
        assertThat(problem.dueAt()).isAfter(clock.instant());
    }

    @Test
    void aMinorProblemThatIsNotDrawnIsNotLookedAtAgain() {
        var number = closed("MINOR");
        while (Draw.of("lookBack", number).within(20)) {
            number = closed("MINOR");
        }

        assertThat(passed(number)).contains("drawSample", "notSampled");
        assertThat(jobs(number)).isEmpty();
        assertThat(variable(number, "rebounded")).isEqualTo(false);
        assertThat(entry(number, "drawSample").content()).containsEntry("结果", "未抽中");
    }

    private String closed(String severity) {
        clock.to(LocalDateTime.of(2026, 11, 24, 9, 0));
        var number = register("team.130400");
        problems.move(
                number,
                Move.of("close", "销号", Actor.SYSTEM, List.of(State.REPORTED), State.CLOSED)
                        .setting("severity", severity)
                        .setting("closed_at", clock.instant()));
        start(number, "LOOK_BACK");
        return number;
    }

    private Entry entry(String number, String step) {
        return records.of(number).stream()
                .filter(entry -> entry.step().equals(step))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}

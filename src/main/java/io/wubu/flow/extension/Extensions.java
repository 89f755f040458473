package io.wubu.flow.extension;

import io.wubu.flow.engine.AsSystem;
import io.wubu.flow.papers.OpenTask;
import io.wubu.flow.papers.Papers;
import io.wubu.lawclock.LawClock;
import io.wubu.people.People;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import io.wubu.shared.RuleBroken;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 申请延期: the responsible unit asks for one later date, before the old one has passed. */
@Component
public class Extensions {

    private static final Set<String> STEPS = Set.of("rectify", "reportDone");

    private final Papers papers;
    private final Problems problems;
    private final People people;
    private final LawClock clock;
    private final RuntimeService runtime;
    private final AsSystem asSystem;

    Extensions(
            Papers papers,
            Problems problems,
            People people,
            LawClock clock,
            RuntimeService runtime,
            AsSystem asSystem) {
        this.papers = papers;
        this.problems = problems;
        this.people = people;
        this.clock = clock;
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    /**
     * Asks for an extension of the problem a claimed rectification task is about.
     *
     * @throws RuleBroken if the item can't be extended, was extended before, is
     *     overdue already, or the date is not later
     */
    @Transactional
    public void ask(String taskId, String userId, @Nullable LocalDate newDate, @Nullable String reason) {
        papers.takeTurn(taskId);
        var task = papers.claimedBy(taskId, userId);
        var problem = problems.get(task.number());
        if (newDate == null || reason == null) {
            throw new RuleBroken("newDate", "required", "“延期至”和“延期理由”必填");
        }
        check(task, problem, newDate, reason);
        problems.flag(problem.number(), "EXTENSION_ASKED");
        problems.note(
                problem.number(),
                "askExtension",
                "申请延期",
                people.get(userId).actor(),
                Map.of("申请时限", newDate.toString(), "理由", reason.strip()),
                List.of());
        asSystem.run(() -> runtime.createMessageCorrelation("wubu.extensionRequested")
                .processInstanceBusinessKey(problem.number())
                .setVariables(Map.of("regionCode", problem.regionCode(), "newDate", newDate.toString()))
                .correlateStartMessage());
    }

    private void check(OpenTask task, Problem problem, LocalDate newDate, String reason) {
        var due = problem.dueAt();
        if (!STEPS.contains(task.step()) || due == null) {
            throw new RuleBroken("newDate", "extension.step", "只有整改中的问题可以申请延期");
        }
        if (problem.has("NO_EXTENSION")) {
            throw new RuleBroken("newDate", "extension.none", "该问题为“回头看”逾期事项，不得延期");
        }
        if (problem.has("EXTENDED") || problem.has("EXTENSION_ASKED")) {
            throw new RuleBroken("newDate", "extension.once", "每个问题只能申请一次延期");
        }
        if (due.isBefore(clock.now())) {
            throw new RuleBroken("newDate", "extension.late", "已逾期的问题不能申请延期");
        }
        if (!newDate.isAfter(clock.dateOf(due))) {
            throw new RuleBroken("newDate", "extension.date", "“延期至”应晚于现时限 " + clock.dateOf(due));
        }
        if (reason.strip().length() < 10 || reason.length() > 1000) {
            throw new RuleBroken("reason", "extension.reason", "“延期理由”应为 10—1000 字");
        }
    }
}

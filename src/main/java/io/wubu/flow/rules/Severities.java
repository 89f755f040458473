package io.wubu.flow.rules;

import io.wubu.lawclock.LawClock;
import io.wubu.lawclock.Limit;
import io.wubu.lawclock.LimitUnit;
import io.wubu.limits.LimitStart;
import io.wubu.problems.Move;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Severity and rectification limit of a problem: proposed by the table, fixed when it is assigned. */
@Component
public class Severities {

    private static final String RULE = "严重程度与整改时限";

    private final Rules rules;
    private final Problems problems;
    private final LawClock clock;

    Severities(Rules rules, Problems problems, LawClock clock) {
        this.rules = rules;
        this.problems = problems;
        this.clock = clock;
    }

    /** Writes the table's proposal into the ledger row. */
    public void propose(String number) {
        var problem = problems.get(number);
        var row = rules.ruleOne(
                Question.of("severity", problem.foundOn()).with("problemType", problem.problemType()),
                new Occasion(number, "rateSeverity"));
        problems.move(
                number,
                Move.of("rateSeverity", "定级建议", Actor.SYSTEM, List.of(problem.state()), null)
                        .with(
                                Map.of(
                                        "严重程度",
                                        row.text("severity"),
                                        "建议时限",
                                        limit(row).chinese()),
                                List.of())
                        .setting("severity", row.text("severity"))
                        .setting("limit_amount", row.integer("amount"))
                        .setting("limit_unit", row.text("unit"))
                        .under(RULE));
    }

    /**
     * Hands the problem over: its limit runs from this moment (the table's, or what the reviewer decided).
     *
     * @param move the step that assigns it, from any state to {@link State#ASSIGNED}
     */
    public void assign(String number, Move move, @Nullable Instant assignedAt) {
        var problem = problems.get(number);
        var start = assignedAt == null ? clock.now() : assignedAt;
        var limit = LimitStart.counted(start, limitOf(problem, move), problem.regionCode(), RULE);
        problems.move(
                number,
                move.setting("assigned_at", start)
                        .setting("original_due_at", clock.due(limit.term(), clock.almanac()))
                        .limitedBy(limit));
    }

    private static Limit limitOf(Problem problem, Move move) {
        var amount = move.changes().getOrDefault("limit_amount", problem.limitAmount());
        var unit = move.changes().getOrDefault("limit_unit", problem.limitUnit());
        if (amount == null || unit == null) {
            throw new IllegalStateException("no limit proposed for " + problem.number());
        }
        return new Limit((Integer) amount, LimitUnit.valueOf(unit.toString()), false);
    }

    private static Limit limit(RuleResult row) {
        return new Limit(row.integer("amount"), LimitUnit.valueOf(row.text("unit")), false);
    }
}

package io.wubu.flow.engine;

import io.wubu.lawclock.LawClock;
import io.wubu.lawclock.Limit;
import io.wubu.lawclock.LimitUnit;
import io.wubu.problems.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code ${deadline…}} in models: due dates of tasks and timers. The limits stand in bpmn/rules/task-limit.dmn, each
 * with its source or the mark 默认值.
 */
@Component("deadline")
public class Deadlines {

    private final Rules rules;
    private final LawClock clock;
    private final Moment moment;
    private final Problems problems;
    private final Map<Asked, Limit> limits = new ConcurrentHashMap<>();

    Deadlines(Rules rules, LawClock clock, Moment moment, Problems problems) {
        this.rules = rules;
        this.clock = clock;
        this.moment = moment;
        this.problems = problems;
    }

    /** When the limit of a step that starts now runs out. */
    public Date of(DelegateExecution execution, String step) {
        return Date.from(clock.due(moment.now(), limit(step, execution.getProcessBusinessKey())));
    }

    /** When a limit that belongs to no problem of its own runs out, starting now. */
    public Instant startingNow(String step) {
        return clock.due(moment.now(), limit(step, null));
    }

    /** When the limit of a step runs out that starts at the end of another date. */
    public Date after(Date start, String step) {
        return Date.from(clock.due(start.toInstant(), limit(step, null)));
    }

    /** The date by which the problem of this instance is to be rectified (整改时限). */
    public Date rectification(DelegateExecution execution) {
        var due = problems.get(execution.getProcessBusinessKey()).dueAt();
        return due == null ? of(execution, "rectify") : Date.from(due);
    }

    /** First reminder: three working days before, or half of a limit that is shorter (默认值). */
    public Date early(Date due) {
        return reminder(due.toInstant(), 3, 0.5);
    }

    /** Second reminder: one working day before, or four fifths of a limit that is shorter (默认值). */
    public Date late(Date due) {
        return reminder(due.toInstant(), 1, 0.8);
    }

    /** The limit of a step, by the table; the number of a problem lets its own limit decide. */
    public Limit limit(String step, @Nullable String number) {
        return limits.computeIfAbsent(new Asked(step, number == null ? 0 : limitDays(number)), this::decide);
    }

    /** The table is fixed while the application runs, so each answer is asked for once. */
    private Limit decide(Asked asked) {
        var row = rules.one("task-limit", Map.of("step", asked.step(), "limitDays", asked.limitDays()));
        return new Limit(row.integer("amount"), LimitUnit.valueOf(row.text("unit")), row.flag("rolls"));
    }

    /** The inputs of the table. */
    private record Asked(String step, int limitDays) {}

    private int limitDays(String number) {
        return problems.find(number)
                .map(problem -> problem.limitAmount() == null ? 0 : problem.limitAmount())
                .orElse(0);
    }

    private Date reminder(Instant due, int workingDays, double share) {
        var now = moment.now();
        var byDays = clock.workingDaysBefore(due, workingDays);
        if (byDays.isAfter(now)) {
            return Date.from(byDays);
        }
        var left = Duration.between(now, due);
        return Date.from(left.isNegative() ? due : now.plusMillis((long) (left.toMillis() * share)));
    }
}

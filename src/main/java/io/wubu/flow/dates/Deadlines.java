package io.wubu.flow.dates;

import io.wubu.lawclock.LawClock;
import io.wubu.lawclock.Limit;
import io.wubu.limits.LimitKey;
import io.wubu.limits.LimitStart;
import io.wubu.limits.RunningLimit;
import io.wubu.limits.RunningLimits;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/**
 * {@code ${deadline…}} in models: due dates of tasks and timers. A step's limit begins when it is first asked for; asked
 * again it answers the running limit's date, so that recalculating a timer gives what the law room says.
 */
@Component("deadline")
public class Deadlines {

    private final StepLimits steps;
    private final LawClock clock;
    private final Moment moment;
    private final Problems problems;
    private final RunningLimits limits;

    Deadlines(StepLimits steps, LawClock clock, Moment moment, Problems problems, RunningLimits limits) {
        this.steps = steps;
        this.clock = clock;
        this.moment = moment;
        this.problems = problems;
        this.limits = limits;
    }

    /** When the limit of a step runs out. */
    public Date of(DelegateExecution execution, String step) {
        return of(execution, step, "");
    }

    /** The same where a case may have several such steps at once, told apart by a lane. */
    public Date of(DelegateExecution execution, String step, String lane) {
        return of(execution, new LimitKey(execution.getProcessBusinessKey(), step, lane), () -> problem(execution));
    }

    private Date of(DelegateExecution execution, LimitKey key, Supplier<Optional<Problem>> problem) {
        var running = limits.find(key);
        return Date.from(
                running.isPresent()
                        ? running.get().dueAt()
                        : limits.begin(key, start(execution, key.step(), problem.get(), moment.now()))
                                .dueAt());
    }

    /** When the limit of a step runs out that starts at another date, even if that date has changed since. */
    public Date after(DelegateExecution execution, Date start, String step) {
        var key = LimitKey.of(execution.getProcessBusinessKey(), step);
        var running = limits.find(key);
        if (running.isPresent() && running.get().startAt().equals(start.toInstant())) {
            return Date.from(running.get().dueAt());
        }
        return Date.from(limits.restart(key, start(execution, step, problem(execution), start.toInstant()))
                .dueAt());
    }

    /** The date by which the problem of this instance is to be rectified (整改时限). */
    public Date rectification(DelegateExecution execution) {
        var problem = problems.get(execution.getProcessBusinessKey());
        var due = problem.dueAt();
        return due == null
                ? of(execution, LimitKey.of(problem.number(), "rectify"), () -> Optional.of(problem))
                : Date.from(due);
    }

    /** The date itself, or when the offices next open: no step of the ladder happens on a day off (默认值). */
    public Date onDuty(DelegateExecution execution, Date due) {
        var region =
                endingAt(execution.getProcessBusinessKey(), due.toInstant()).map(RunningLimit::region);
        return Date.from(clock.onDuty(due.toInstant(), region.orElseGet(() -> region(execution))));
    }

    /** First reminder of a limit that runs out then. */
    public Date early(DelegateExecution execution, Date due) {
        return reminder(execution, "early", due.toInstant());
    }

    /** Second reminder of a limit that runs out then. */
    public Date late(DelegateExecution execution, Date due) {
        return reminder(execution, "late", due.toInstant());
    }

    /** What a plain expression of a model gives for a running limit; the same as evaluating it in an instance of the case. */
    Instant at(DateFormula formula, RunningLimit limit) {
        var due = limit.dueAt();
        var ending = endingAt(limit.key().subject(), due).orElse(limit);
        return switch (formula.kind()) {
            case DUE -> due;
            case ON_DUTY -> clock.onDuty(due, ending.region());
            case EARLY -> reminder("early", ending, due);
            case LATE -> reminder("late", ending, due);
        };
    }

    /** Where a reminder of a limit is laid down. */
    public String reminderRule(String which, Instant start, Instant due) {
        return steps.reminderSource(which, start, due);
    }

    /** How the limit of a problem's step begins if it begins now; a new date for the rectification, for example. */
    public LimitStart starting(String step, String number) {
        var problem = problems.get(number);
        var ruled = steps.of(step, days(Optional.of(problem)));
        return LimitStart.counted(moment.now(), ruled.limit(), problem.regionCode(), ruled.source());
    }

    /** The limit of a step that belongs to no problem. */
    public Limit limit(String step) {
        return steps.of(step, 0).limit();
    }

    private LimitStart start(DelegateExecution execution, String step, Optional<Problem> problem, Instant at) {
        var ruled = steps.of(step, days(problem));
        return LimitStart.counted(at, ruled.limit(), region(execution, problem), ruled.source());
    }

    private static int days(Optional<Problem> problem) {
        return problem.map(Problem::limitAmount).orElse(0);
    }

    private Date reminder(DelegateExecution execution, String which, Instant due) {
        var limit = endingAt(execution.getProcessBusinessKey(), due);
        return Date.from(
                limit.isPresent()
                        ? reminder(which, limit.get(), due)
                        : steps.reminder(which, moment.now(), due, region(execution)));
    }

    private Instant reminder(String which, RunningLimit limit, Instant due) {
        var now = moment.now();
        var start = limit.startAt().isBefore(now) ? limit.startAt() : now;
        var planned = steps.reminder(which, start, due, limit.region());
        return planned.isAfter(now) ? planned : steps.reminder(which, now, due, limit.region());
    }

    private Optional<RunningLimit> endingAt(String number, Instant due) {
        return limits.of(number).stream()
                .filter(limit -> limit.dueAt().equals(due))
                .findFirst();
    }

    private Optional<Problem> problem(DelegateExecution execution) {
        return problems.find(execution.getProcessBusinessKey());
    }

    private String region(DelegateExecution execution) {
        return region(execution, problem(execution));
    }

    private static String region(DelegateExecution execution, Optional<Problem> problem) {
        return problem.map(Problem::regionCode)
                .orElseGet(() -> execution.getTenantId() == null ? "000000" : execution.getTenantId());
    }
}

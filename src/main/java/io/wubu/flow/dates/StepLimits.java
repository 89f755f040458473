package io.wubu.flow.dates;

import io.wubu.flow.rules.RuleResult;
import io.wubu.flow.rules.Rules;
import io.wubu.lawclock.LawClock;
import io.wubu.lawclock.Limit;
import io.wubu.lawclock.LimitUnit;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The limits and reminders of the steps, as bpmn/rules/task-limit.dmn and reminder-policy.dmn state them. */
@Component
class StepLimits {

    private final Rules rules;
    private final LawClock clock;
    private final Problems problems;
    private final Map<Asked, RuleResult> answers = new ConcurrentHashMap<>();
    private final Map<String, RuleResult> reminders = new ConcurrentHashMap<>();

    StepLimits(Rules rules, LawClock clock, Problems problems) {
        this.rules = rules;
        this.clock = clock;
        this.problems = problems;
    }

    /** The limit of a step; the number of a problem lets its own limit decide. */
    Limit limit(String step, @Nullable String number) {
        var row = row(step, number);
        return new Limit(row.integer("amount"), LimitUnit.valueOf(row.text("unit")), row.flag("rolls"));
    }

    /** Where the limit of a step is stated: document and article, or 默认值. */
    String source(String step, @Nullable String number) {
        return row(step, number).source();
    }

    /** When to remind of a date; never while offices are closed, never after the date. */
    Instant reminder(String which, Instant start, Instant due, String region) {
        var row = policy(which, start, due);
        var amount = row.integer("amount");
        var raw = row.text("unit").equals("WORKING_DAY")
                ? clock.workingDaysBefore(due, amount, region)
                : start.plusMillis(Duration.between(start, due).toMillis() * amount / 100);
        var almanac = clock.almanac();
        var onDuty = almanac.onDuty(raw, region);
        return onDuty.isBefore(due) ? onDuty : almanac.lastOnDuty(raw, region);
    }

    /** Where a reminder is laid down. */
    String reminderSource(String which, Instant start, Instant due) {
        return policy(which, start, due).source();
    }

    private RuleResult policy(String which, Instant start, Instant due) {
        var days = clock.calendar().workingDaysBetween(clock.dateOf(start), clock.dateOf(due));
        return reminders.computeIfAbsent(
                which + days, key -> rules.one("reminder-policy", Map.of("reminder", which, "workingDays", days)));
    }

    /** The tables are fixed while the application runs, so each answer is asked for once. */
    private RuleResult row(String step, @Nullable String number) {
        var days = Optional.ofNullable(number)
                .flatMap(problems::find)
                .map(Problem::limitAmount)
                .orElse(0);
        return answers.computeIfAbsent(
                new Asked(step, days),
                asked -> rules.one("task-limit", Map.of("step", asked.step(), "limitDays", asked.limitDays())));
    }

    /** The inputs of the table. */
    private record Asked(String step, int limitDays) {}
}

package io.wubu.flow.dates;

import io.wubu.flow.rules.RuleResult;
import io.wubu.flow.rules.Rules;
import io.wubu.lawclock.LawClock;
import io.wubu.lawclock.Limit;
import io.wubu.lawclock.LimitUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** The limits and reminders of the steps, as bpmn/rules/task-limit.dmn and reminder-policy.dmn state them. */
@Component
class StepLimits {

    private final Rules rules;
    private final LawClock clock;
    private final Map<Asked, StepLimit> answers = new ConcurrentHashMap<>();
    private final Map<String, RuleResult> reminders = new ConcurrentHashMap<>();

    StepLimits(Rules rules, LawClock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** How long a step may take, and where that is stated: document and article, or 默认值. */
    record StepLimit(Limit limit, String source) {}

    /** The limit of a step; the days a problem was given let its own limit decide, 0 if it was given none. */
    StepLimit of(String step, int limitDays) {
        return answers.computeIfAbsent(new Asked(step, limitDays), this::ask);
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
    private StepLimit ask(Asked asked) {
        var row = rules.one("task-limit", Map.of("step", asked.step(), "limitDays", asked.limitDays()));
        var limit = new Limit(row.integer("amount"), LimitUnit.valueOf(row.text("unit")), row.flag("rolls"));
        return new StepLimit(limit, row.source());
    }

    /** The inputs of the table. */
    private record Asked(String step, int limitDays) {}
}

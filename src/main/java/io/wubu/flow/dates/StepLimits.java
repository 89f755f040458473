package io.wubu.flow.dates;

import io.wubu.flow.rules.Occasion;
import io.wubu.flow.rules.Question;
import io.wubu.flow.rules.RuleResult;
import io.wubu.flow.rules.Rules;
import io.wubu.lawclock.LawClock;
import io.wubu.lawclock.Limit;
import io.wubu.lawclock.LimitUnit;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The limits and reminders of the steps, as the tables state them; a reminder decides nothing and leaves no ruling. */
@Component
class StepLimits {

    private final Rules rules;
    private final LawClock clock;

    StepLimits(Rules rules, LawClock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * The limit a step of a case has if it begins on that day: it is ruled, and the case keeps the ruling.
     *
     * @param limitDays what a problem was given lets its own limit decide; 0 if it was given none
     */
    StepLimit rule(String step, String number, int limitDays, Instant at) {
        return limit(rules.ruleOne(question(step, limitDays, at), new Occasion(number, step)));
    }

    /** The limit a step would have, for a form or a check. */
    StepLimit foresee(String step) {
        return limit(rules.foreseeOne(question(step, 0, clock.now())));
    }

    private static StepLimit limit(RuleResult row) {
        var limit = new Limit(row.integer("amount"), LimitUnit.valueOf(row.text("unit")), row.flag("rolls"));
        return new StepLimit(limit, row.source());
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
        return rules.foreseeOne(Question.of("reminderPolicy", clock.dateOf(start))
                .with("reminder", which)
                .with("workingDays", days));
    }

    private Question question(String step, int limitDays, Instant at) {
        return Question.of("taskLimit", clock.dateOf(at)).with("step", step).with("limitDays", limitDays);
    }
}

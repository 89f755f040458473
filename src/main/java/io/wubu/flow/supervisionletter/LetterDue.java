package io.wubu.flow.supervisionletter;

import io.wubu.disclosure.Duties;
import io.wubu.disclosure.Duty;
import io.wubu.flow.dates.Deadlines;
import io.wubu.flow.rules.Occasion;
import io.wubu.flow.rules.Question;
import io.wubu.flow.rules.Rules;
import io.wubu.lawclock.LawClock;
import io.wubu.letters.Letter;
import io.wubu.letters.Letters;
import io.wubu.limits.LimitMoved;
import io.wubu.people.Role;
import io.wubu.regions.Region;
import io.wubu.shared.ClockConfiguration;
import java.time.LocalDate;
import java.util.Date;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * {@code ${letterDue…}}: the three limits of a letter run from the round's end (M22), the ministry's publication (M23)
 * and the day of issue (M24), not from when somebody gets to work; each opens a duty to publish.
 */
@Component("letterDue")
public class LetterDue {

    private static final Set<String> STEPS = Set.of("publishLetter", "publishList", "replyToLetter");

    private final Letters letters;
    private final Deadlines deadlines;
    private final Duties duties;
    private final Rules rules;
    private final LawClock clock;

    LetterDue(Letters letters, Deadlines deadlines, Duties duties, Rules rules, LawClock clock) {
        this.letters = letters;
        this.deadlines = deadlines;
        this.duties = duties;
        this.rules = rules;
        this.clock = clock;
    }

    /** When the duty of a step runs out: publishLetter M22, publishList M23, replyToLetter M24. */
    public Date of(DelegateExecution execution, String step) {
        var anchor = anchor(letters.get(execution.getProcessBusinessKey()), step);
        var start = anchor.atStartOfDay(ClockConfiguration.ZONE).toInstant();
        return deadlines.after(execution, Date.from(start), step);
    }

    /** The step opens its duty; coming back to the step changes nothing. */
    public void begin(DelegateExecution execution) {
        var step = execution.getCurrentActivityId();
        var letter = letters.get(execution.getProcessBusinessKey());
        var due = of(execution, step);
        var rule = rules.ruleOne(question(step, anchor(letter, step)), new Occasion(letter.number(), step));
        var actor = Role.valueOf(rule.text("actor"));
        var region = actor.level().equals("ministry") ? Region.MINISTRY : letter.cityCode();
        duties.begin(new Duty(
                letter.number(),
                rule.text("duty"),
                rule.text("content"),
                actor.at(region),
                region,
                rule.text("channel"),
                rule.text("anchor"),
                anchor(letter, step),
                clock.dateOf(due.toInstant()),
                due.toInstant(),
                null,
                null,
                null));
    }

    /** The duty's date is that of its running limit. */
    @EventListener
    void moved(LimitMoved moved) {
        var limit = moved.after();
        if (STEPS.contains(limit.key().step())) {
            duties.move(limit.key().subject(), duty(limit.key().step()), limit.dueAt(), clock.dateOf(limit.dueAt()));
        }
    }

    /** The code of the duty a step fulfils. */
    String duty(String step) {
        return rules.foreseeOne(question(step, clock.today())).text("duty");
    }

    private static Question question(String step, LocalDate day) {
        return Question.of("disclosureDuty", day).with("step", step);
    }

    private static LocalDate anchor(Letter letter, String step) {
        return switch (step) {
            case "publishLetter" -> letter.roundEndedOn();
            case "publishList" -> known(letter, letter.publishedOn());
            default -> known(letter, letter.issuedOn());
        };
    }

    private static LocalDate known(Letter letter, @Nullable LocalDate date) {
        if (date == null) {
            throw new IllegalStateException("no date to start from yet: " + letter.number());
        }
        return date;
    }
}

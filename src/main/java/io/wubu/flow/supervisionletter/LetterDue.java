package io.wubu.flow.supervisionletter;

import io.wubu.disclosure.Duties;
import io.wubu.disclosure.Duty;
import io.wubu.flow.engine.Deadlines;
import io.wubu.flow.engine.Rules;
import io.wubu.lawclock.LawClock;
import io.wubu.letters.Letter;
import io.wubu.letters.Letters;
import io.wubu.people.Role;
import io.wubu.regions.Region;
import io.wubu.shared.ClockConfiguration;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * {@code ${letterDue…}}: the three limits of a letter run from the round's end (M22), the ministry's publication (M23)
 * and the day of issue (M24), not from when somebody gets to work; each opens a duty to publish.
 */
@Component("letterDue")
public class LetterDue {

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

    /** M22. */
    public Date publishLetter(DelegateExecution execution) {
        return due(execution, "publishLetter");
    }

    /** M23. */
    public Date publishList(DelegateExecution execution) {
        return due(execution, "publishList");
    }

    /** M24. */
    public Date replyToLetter(DelegateExecution execution) {
        return due(execution, "replyToLetter");
    }

    /** The step opens its duty; coming back to the step changes nothing. */
    public void begin(DelegateExecution execution) {
        var step = execution.getCurrentActivityId();
        var letter = letters.get(execution.getProcessBusinessKey());
        var due = due(execution, step);
        var rule = rules.one("disclosure-duty", Map.of("step", step));
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

    /** The code of the duty a step fulfils. */
    String duty(String step) {
        return rules.one("disclosure-duty", Map.of("step", step)).text("duty");
    }

    private Date due(DelegateExecution execution, String step) {
        var anchor = anchor(letters.get(execution.getProcessBusinessKey()), step);
        var start = anchor.atStartOfDay(ClockConfiguration.ZONE).toInstant();
        return deadlines.after(Date.from(start), step);
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

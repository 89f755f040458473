package io.wubu.flow.rules;

import io.wubu.lawclock.LawClock;
import io.wubu.lawclock.Limit;
import io.wubu.lawclock.LimitUnit;
import java.util.List;
import org.springframework.stereotype.Component;

/** The problem types officers choose from: those the table of severities names, and no other list. */
@Component
public class ProblemTypes {

    private final Rules rules;
    private final LawClock clock;

    /**
     * A problem type with what the table proposes for it.
     *
     * @param limit the rectification limit in words
     */
    public record Type(String name, String severity, String limit) {}

    ProblemTypes(Rules rules, LawClock clock) {
        this.rules = rules;
        this.clock = clock;
    }

    /** All types, in the order of the table. */
    public List<Type> all() {
        return rules.named("severity", "problemType").stream().map(this::type).toList();
    }

    private Type type(String name) {
        var row = rules.foreseeOne(Question.of("severity", clock.today()).with("problemType", name));
        var limit = new Limit(row.integer("amount"), LimitUnit.valueOf(row.text("unit")), false);
        return new Type(name, row.text("severity"), limit.chinese());
    }
}

package io.wubu.flow.rules;

import io.wubu.lawclock.LawClock;
import io.wubu.lawclock.Limit;
import io.wubu.lawclock.LimitUnit;
import io.wubu.shared.CannotStart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The problem types officers choose from, in the order of the one list there is: {@code sources/problem-types.txt}. */
@Component
public class ProblemTypes {

    private final Rules rules;
    private final LawClock clock;
    private final List<String> names;

    /**
     * A problem type with what the table proposes for it.
     *
     * @param limit the rectification limit in words
     */
    public record Type(String name, String severity, String limit) {}

    ProblemTypes(Rules rules, LawClock clock) {
        this.rules = rules;
        this.clock = clock;
        names = names();
    }

    /** All types, the campaign's first. */
    public List<Type> all() {
        return names.stream().map(this::type).toList();
    }

    /** Whether a name stands in the list. */
    public boolean isKnown(String name) {
        return names.contains(name);
    }

    private static List<String> names() {
        try {
            var text = new ClassPathResource("sources/problem-types.txt").getContentAsString(StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new CannotStart("缺少问题类型清单 sources/problem-types.txt", e);
        }
    }

    private Type type(String name) {
        var row = rules.foreseeOne(Question.of("severity", clock.today()).with("problemType", name));
        var limit = new Limit(row.integer("amount"), LimitUnit.valueOf(row.text("unit")), false);
        return new Type(name, row.text("severity"), limit.chinese());
    }
}

package io.wubu.flow.dates;

import io.wubu.limits.LimitKey;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a date expression of a model means where it asks for one limit and nothing else: the limit's date itself, the next
 * office hours from it on, or a reminder before it.
 */
record DateFormula(Kind kind, String step) {

    /** How the date follows from the limit's. */
    enum Kind {
        DUE,
        ON_DUTY,
        EARLY,
        LATE
    }

    private static final Pattern PLAIN = Pattern.compile("\\$\\{(?:deadline\\.(onDuty|early|late)\\(execution, )?"
            + "deadline\\.(?:of\\(execution, '(\\w+)'\\)|rectification\\(execution\\))\\)?}");

    /** The meaning of an expression; empty if it depends on more than one limit's date. */
    static Optional<DateFormula> parse(String expression) {
        var plain = PLAIN.matcher(expression.strip());
        if (!plain.matches()) {
            return Optional.empty();
        }
        var step = plain.group(2) == null ? LimitKey.RECTIFICATION : plain.group(2);
        return Optional.of(new DateFormula(kind(plain.group(1)), step));
    }

    private static Kind kind(@Nullable String method) {
        if (method == null) {
            return Kind.DUE;
        }
        return switch (method) {
            case "onDuty" -> Kind.ON_DUTY;
            case "early" -> Kind.EARLY;
            default -> Kind.LATE;
        };
    }
}

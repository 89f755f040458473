package io.wubu.flow.rules;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The outputs of one matching rule of a decision table.
 *
 * @param row the rule's id in the table
 * @param source what it rests on, as it is cited: document and article, or 默认值 with its reason
 */
public record RuleResult(Map<String, Object> outputs, String row, String source) {

    /** The output of every table that names the sources of a row. */
    static final String SOURCE = "source";

    /** What a business rule task of a model was answered. */
    public static RuleResult of(Map<String, Object> outputs) {
        return new RuleResult(outputs, "", "");
    }

    /** Keys of the register of sources. */
    public List<String> sources() {
        return keys(outputs.get(SOURCE));
    }

    static List<String> keys(@Nullable Object written) {
        return written == null
                ? List.of()
                : Arrays.stream(written.toString().split(" "))
                        .filter(key -> !key.isBlank())
                        .toList();
    }

    /** A text output; an error if the rule leaves it empty. */
    public String text(String name) {
        return required(name).toString();
    }

    /** A whole number; an error if the rule leaves it empty or says a fraction. */
    public int integer(String name) {
        try {
            return new BigDecimal(required(name).toString()).intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new IllegalStateException("the rule's output " + name + " is no whole number: " + outputs, e);
        }
    }

    /** Whether a boolean output is true. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(outputs.get(name));
    }

    private Object required(String name) {
        var value = outputs.get(name);
        if (value == null) {
            throw new IllegalStateException("the rule has no output " + name + ": " + outputs);
        }
        return value;
    }
}

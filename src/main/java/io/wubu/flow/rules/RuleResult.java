package io.wubu.flow.rules;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The outputs of one matching rule of a decision table.
 *
 * @param source where the rule is stated: document and article, or 默认值
 */
public record RuleResult(Map<String, Object> outputs, String source) {

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

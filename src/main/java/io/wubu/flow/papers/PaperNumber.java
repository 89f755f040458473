package io.wubu.flow.papers;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A number as its form allows it: digits, range, and the step that HTML counts in, whole numbers unless it says otherwise. */
final class PaperNumber {

    private static final Pattern WRITTEN = Pattern.compile("[+-]?\\d{1,15}(\\.\\d{1,15})?([eE][+-]?\\d{1,2})?");

    /** 默认值: no form asks for more, and a long holds it. */
    private static final BigDecimal MOST = new BigDecimal("1000000000000000");

    private final FormField field;
    private final @Nullable BigDecimal number;

    PaperNumber(FormField field, Object raw) {
        var text = raw.toString().strip();
        this.field = field;
        this.number = WRITTEN.matcher(text).matches() ? new BigDecimal(text) : null;
    }

    /** What is wrong with it: rule and words to stand behind the field's label; null if nothing is. */
    String @Nullable [] fault() {
        if (number == null) {
            return new String[] {"number", "应为数字（半角，小数点用“.”）"};
        }
        if (isBelow(field.min()) || isAbove(field.max()) || number.abs().compareTo(MOST) > 0) {
            return new String[] {"range", "应" + range()};
        }
        if (!isInStep()) {
            var step = step();
            return new String[] {"step", BigDecimal.ONE.equals(step) ? "应为整数" : "应以 " + step + " 为最小单位"};
        }
        return null;
    }

    /** A whole number as a long, others as a double. */
    Object value() {
        if (number == null) {
            throw new IllegalStateException("no number: " + field.name());
        }
        return number.stripTrailingZeros().scale() <= 0
                ? (Object) number.longValueExact()
                : (Object) number.doubleValue();
    }

    private boolean isBelow(@Nullable String min) {
        return number != null && min != null && number.compareTo(new BigDecimal(min)) < 0;
    }

    private boolean isAbove(@Nullable String max) {
        return number != null && max != null && number.compareTo(new BigDecimal(max)) > 0;
    }

    private boolean isInStep() {
        var step = step();
        var base = field.min() == null ? BigDecimal.ZERO : new BigDecimal(field.min());
        return number == null
                || step == null
                || number.subtract(base).remainder(step).signum() == 0;
    }

    private @Nullable BigDecimal step() {
        if ("any".equals(field.step())) {
            return null;
        }
        return field.step() == null ? BigDecimal.ONE : new BigDecimal(field.step());
    }

    private String range() {
        var from = field.min() == null ? "" : "不小于 " + field.min();
        var to = field.max() == null ? "" : "不大于 " + field.max();
        return from.isEmpty() && to.isEmpty() ? "在一千万亿以内" : (from + " " + to).strip();
    }
}

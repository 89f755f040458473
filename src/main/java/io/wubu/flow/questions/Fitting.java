package io.wubu.flow.questions;

import io.wubu.shared.RuleBroken;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.camunda.bpm.engine.impl.QueryOperator;
import org.camunda.bpm.engine.impl.QueryVariableValue;
import org.camunda.bpm.engine.rest.dto.ConditionQueryParameterDto;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** What the database or the engine could make nothing of in a question: patterns that don't end, days nobody will see, sizes of a yes. */
final class Fitting {

    private static final Instant FIRST = at(1900);
    private static final Instant LAST = at(2201);

    private static final Set<QueryOperator> SIZES = EnumSet.of(
            QueryOperator.GREATER_THAN,
            QueryOperator.GREATER_THAN_OR_EQUAL,
            QueryOperator.LESS_THAN,
            QueryOperator.LESS_THAN_OR_EQUAL);

    private static final Set<QueryOperator> PATTERNS = EnumSet.of(QueryOperator.LIKE, QueryOperator.NOT_LIKE);

    private Fitting() {}

    /** A backslash stands for the sign behind it; behind the last one there is none. */
    static void pattern(String text) {
        var end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\\') {
            end--;
        }
        require((text.length() - end) % 2 == 0, "pattern", "条件中的模糊匹配不能以单个反斜杠（\\）结尾");
    }

    /** A moment something of ours can lie at. */
    static void moment(Date given) {
        var moment = Instant.ofEpochMilli(given.getTime());
        require(!moment.isBefore(FIRST) && moment.isBefore(LAST), "date", "条件中的日期应在 1900—2200 年之间");
    }

    /** A condition on a variable: of which one, and whether its value can be compared like that. */
    static void variable(QueryVariableValue condition) {
        require(condition.getName() != null && !condition.getName().isEmpty(), "variable", "中的变量条件缺少变量名");
        var value = condition.getValue() instanceof TypedValue typed ? typed.getValue() : condition.getValue();
        var operator = condition.getOperator();
        if (SIZES.contains(operator)) {
            require(
                    value instanceof Number || value instanceof String || value instanceof Date,
                    "variable",
                    "中的变量条件只能对数字、文字和日期比较大小");
        }
        if (PATTERNS.contains(operator)) {
            require(value instanceof String, "variable", "中的变量条件只能对文字模糊匹配");
        }
    }

    /** The same as the Cockpit asks it. */
    static void variable(ConditionQueryParameterDto condition) {
        if (isLike(condition)) {
            require(condition.getValue() instanceof String, "variable", "中的变量条件只能对文字模糊匹配");
        }
    }

    /** Whether a condition holds its value for a pattern. */
    static boolean isLike(ConditionQueryParameterDto condition) {
        return String.valueOf(condition.getOperator()).toLowerCase(Locale.ROOT).endsWith("like");
    }

    private static Instant at(int year) {
        return LocalDate.of(year, 1, 1).atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    private static void require(boolean kept, String code, String message) {
        if (!kept) {
            throw new RuleBroken("query", "query." + code, QueryCost.QUERY + message);
        }
    }
}

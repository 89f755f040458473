package io.wubu.flow.questions;

import io.wubu.shared.RuleBroken;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.QueryOperator;
import org.camunda.bpm.engine.impl.QueryOrderingProperty;
import org.camunda.bpm.engine.impl.QueryVariableValue;
import org.camunda.bpm.engine.rest.dto.ConditionQueryParameterDto;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a question asks for before it becomes SQL. Every field of every object it consists of is looked at, so a
 * criterion nobody thought of is counted as well, whichever interface it came through.
 */
public final class QueryCost {

    /** How every refusal begins. */
    public static final String QUERY = "查询";

    private static final String ENGINE = "org.camunda.bpm.";

    /** Fields that are no criteria, or say again what another one says. */
    private static final Set<String> NOT_ASKED = Set.of(
            "ListQueryParameterObject.authCheck",
            "ListQueryParameterObject.tenantCheck",
            "ListQueryParameterObject.parameter",
            "ListQueryParameterObject.databaseType",
            "AbstractQuery.commandExecutor",
            "AbstractQuery.resultType",
            "AbstractQuery.validators",
            "TaskQueryImpl.cachedCandidateGroups",
            "TaskQueryImpl.cachedUserGroups",
            "QueryVariableValue.valueCondition",
            "HistoricProcessInstanceQueryImpl.queryVariableNameToValuesMap",
            "QueryOrderingProperty.queryProperty",
            "QueryOrderingProperty.direction");

    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Stream.<Class<?>>iterate(
                            type, one -> one != null && !one.getName().startsWith("java."), one ->
                                    (Class<?>) one.getSuperclass())
                    .flatMap(one -> Arrays.stream(one.getDeclaredFields()))
                    .filter(QueryCost::isAsked)
                    .peek(field -> field.setAccessible(true))
                    .toList();
        }
    };

    private final QueryLimits limits;
    private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    private int variables;
    private int orQueries;
    private int values;
    private int sortings;

    private QueryCost(QueryLimits limits) {
        this.limits = limits;
    }

    /** Passes, or {@link RuleBroken} names the limit. */
    static void check(Object question, QueryLimits limits) {
        new QueryCost(limits).object(question);
    }

    private void part(String field, @Nullable Object value) {
        if (value == null) {
            return;
        }
        if (value instanceof String text) {
            text(field, text);
        } else if (value instanceof Collection<?> many) {
            list(field, many);
        } else if (value instanceof Object[] many) {
            list(field, Arrays.asList(many));
        } else if (value instanceof Map<?, ?> map) {
            list(field, map.keySet());
            list(field, map.values());
        } else if (value instanceof TypedValue typed) {
            part(field, typed.getValue());
        } else if (value instanceof Integer number && field.equals("firstResult")) {
            range("的起始行", number, limits.firstResult());
        } else if (value instanceof Integer number && field.equals("maxResults") && number != Integer.MAX_VALUE) {
            range("的每页行数", number, limits.maxResults());
        } else if (value.getClass().getName().startsWith(ENGINE) && !(value instanceof Enum<?>)) {
            object(value);
        } else if (value instanceof Date moment) {
            values = counted("条件的值", values + 1, limits.values());
            Fitting.moment(moment);
        } else if (!Boolean.FALSE.equals(value)) {
            values = counted("条件的值", values + 1, limits.values());
        }
    }

    private void object(Object part) {
        if (!seen.add(part)) {
            return;
        }
        if (part instanceof QueryVariableValue condition) {
            Fitting.variable(condition);
        } else if (part instanceof ConditionQueryParameterDto condition) {
            Fitting.variable(condition);
        }
        if (part instanceof QueryVariableValue || part instanceof ConditionQueryParameterDto) {
            variables = counted("中的变量条件", variables + 1, limits.variables());
        } else if (part instanceof QueryOrderingProperty) {
            sortings = counted("的排序项", sortings + 1, limits.sortings());
        }
        for (var field : FIELDS.get(part.getClass())) {
            var isPattern = field.getName().equals("value") && isLike(part);
            part(isPattern ? "valueLike" : field.getName(), read(field, part));
        }
    }

    private void list(String field, Collection<?> many) {
        if (field.equals("queries")) { // the first of them is the query itself
            orQueries = counted("中的“或”条件组", orQueries + many.size() - 1, limits.orQueries());
        }
        counted("条件一个列表中的值", many.size(), limits.list());
        many.forEach(one -> part(field, one));
    }

    private void text(String field, String text) {
        values = counted("条件的值", values + 1, limits.values());
        counted("条件一段文字的字符", text.length(), limits.text());
        if (field.endsWith("Like")) {
            var wildcards =
                    text.chars().filter(sign -> sign == '%' || sign == '_').count();
            counted("条件一段文字中的通配符", (int) wildcards, limits.wildcards());
            Fitting.pattern(text);
        }
        if (text.chars().anyMatch(sign -> sign == 0) || text.codePoints().anyMatch(QueryCost::isHalf)) {
            throw refused("text", "条件中有不能保存的字符");
        }
    }

    private static boolean isHalf(int sign) {
        return sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE;
    }

    private static boolean isLike(Object part) {
        return part instanceof QueryVariableValue variable
                        && (variable.getOperator() == QueryOperator.LIKE
                                || variable.getOperator() == QueryOperator.NOT_LIKE)
                || part instanceof ConditionQueryParameterDto condition && Fitting.isLike(condition);
    }

    private static boolean isAsked(Field field) {
        var name = field.getDeclaringClass().getSimpleName() + "." + field.getName();
        return !Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && !NOT_ASKED.contains(name);
    }

    private static @Nullable Object read(Field field, Object part) {
        try {
            return field.get(part);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.getName(), e);
        }
    }

    private static void range(String what, int number, int most) {
        if (number < 0) {
            throw refused("min", what + "不能小于 0");
        }
        if (number > most) {
            throw refused("most", "%s过大：%,d，至多 %,d，请缩小查询范围".formatted(what, number, most));
        }
    }

    private static int counted(String what, int count, int most) {
        if (count > most) {
            throw refused("most", "%s过多：%,d，至多 %,d，请缩小查询范围".formatted(what, count, most));
        }
        return count;
    }

    private static RuleBroken refused(String code, String message) {
        return new RuleBroken("query", "query." + code, QUERY + message);
    }
}

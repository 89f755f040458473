package io.wubu.flow.worklist;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.Direction;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.TaskQueryProperty;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.query.QueryProperty;
import org.jspecify.annotations.Nullable;

/**
 * A query the worklist can answer: active tasks of some candidate groups, with or without the claimed ones, due in some
 * span. Every field of the engine's query is looked at, so that a criterion nobody thought of is left to the engine.
 *
 * @param sort the column to sort by, or null if the order is not asked for, or not one the worklist keeps
 */
record QueryShape(@Nullable String sort, String direction) {

    private static final Map<QueryProperty, String> SORTS =
            Map.of(TaskQueryProperty.CREATE_TIME, "created", TaskQueryProperty.DUE_DATE, "due");

    /** Criteria the worklist knows, and fields that are none. */
    private static final Set<String> KNOWN = Set.of(
            "candidateGroups",
            "includeAssignedTasks",
            "unassigned",
            "dueBefore",
            "dueAfter",
            "suspensionState",
            "commandExecutor",
            "resultType",
            "validators",
            "maxResultsLimitEnabled",
            "authCheck",
            "tenantCheck",
            "orderingProperties",
            "maxResults",
            "firstResult",
            "parameter",
            "databaseType",
            "queries",
            "cachedCandidateGroups",
            "cachedUserGroups",
            "initializeFormKeys");

    private static final List<Field> OTHERS = Stream.<Class<?>>iterate(
                    TaskQueryImpl.class, type -> type != Object.class, Class::getSuperclass)
            .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
            .filter(field -> !Modifier.isStatic(field.getModifiers()) && !KNOWN.contains(field.getName()))
            .peek(field -> field.setAccessible(true))
            .toList();

    /** Empty if the engine itself has to answer. */
    static Optional<QueryShape> of(TaskQueryImpl query) {
        return isKnown(query) ? Optional.of(shape(query)) : Optional.empty();
    }

    /** Empty if the order is not one the worklist keeps. */
    Optional<QueryShape> sorted() {
        return Optional.ofNullable(sort).map(kept -> this);
    }

    /** The question, once the query has been configured. */
    Ask ask(TaskQueryImpl configured) {
        return Ask.of(configured, sort == null ? "created" : sort, direction);
    }

    private static boolean isKnown(TaskQueryImpl query) {
        return query.getQueries().size() == 1
                && query.getSuspensionState() == SuspensionState.ACTIVE
                && OTHERS.stream().allMatch(field -> isUnset(value(field, query)))
                && query.getCandidateGroups() != null
                && !query.getCandidateGroups().isEmpty();
    }

    private static QueryShape shape(TaskQueryImpl query) {
        var orders = query.getOrderingProperties();
        if (orders.size() != 1 || orders.get(0).getRelation() != null) {
            return new QueryShape(null, "asc");
        }
        var order = orders.get(0);
        return new QueryShape(
                SORTS.get(order.getQueryProperty()), order.getDirection() == Direction.DESCENDING ? "desc" : "asc");
    }

    private static boolean isUnset(@Nullable Object value) {
        return value == null
                || Boolean.FALSE.equals(value)
                || value instanceof Collection<?> many && many.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value.getClass().isArray() && Array.getLength(value) == 0;
    }

    private static @Nullable Object value(Field field, TaskQueryImpl query) {
        try {
            return field.get(query);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(field.getName(), e);
        }
    }
}

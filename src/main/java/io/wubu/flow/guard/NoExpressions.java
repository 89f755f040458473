package io.wubu.flow.guard;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.jspecify.annotations.Nullable;

/**
 * Queries carry no expressions, at no depth. The engine's own switch looks at the outermost query only, so that an
 * or-query, or a saved filter, could run code on the server.
 */
public final class NoExpressions {

    static final String REFUSAL = "查询和过滤器中不能使用表达式";

    private NoExpressions() {}

    /** Passes a query without any expression; anything that is no query passes too. */
    public static void check(@Nullable Object query) {
        check(query, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static void check(@Nullable Object candidate, Set<Object> seen) {
        if (!(candidate instanceof AbstractQuery<?, ?> query) || !seen.add(query)) {
            return;
        }
        if (query.getExpressions() != null && !query.getExpressions().isEmpty()) {
            throw new BadUserRequestException(REFUSAL);
        }
        if (query instanceof TaskQueryImpl tasks && tasks.getQueries() != null) {
            tasks.getQueries().forEach(nested -> check(nested, seen));
        }
    }
}

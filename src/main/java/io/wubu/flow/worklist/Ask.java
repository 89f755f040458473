package io.wubu.flow.worklist;

import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.jspecify.annotations.Nullable;

/**
 * What the statements {@code list} and {@code count} of Worklist.xml are asked with.
 *
 * @param unassigned only what nobody has claimed
 * @param processes the processes whose tasks the reader may read; null: all
 * @param stems how the codes of the reader's regions begin; null: the whole country
 */
record Ask(
        String[] posts,
        boolean unassigned,
        @Nullable Date dueBefore,
        @Nullable Date dueAfter,
        String @Nullable [] processes,
        @Nullable List<String> stems,
        String sort,
        String direction,
        int first,
        int size) {

    /** From a query that has been configured with grants and regions. */
    static Ask of(TaskQueryImpl query, String sort, String direction) {
        return new Ask(
                query.getCandidateGroups().toArray(String[]::new),
                query.isUnassigned() || !query.isIncludeAssignedTasks(),
                query.getDueBefore(),
                query.getDueAfter(),
                query.getProcessDefinitionKeys(),
                stems(query),
                sort,
                direction,
                query.getFirstResult(),
                query.getMaxResults());
    }

    /** How many rows of each post can be on the page or before it. */
    long end() {
        return (long) first + size;
    }

    private static @Nullable List<String> stems(TaskQueryImpl query) {
        var check = query.getTenantCheck();
        if (!check.isTenantCheckEnabled()) {
            return null;
        }
        return check.getAuthTenantIds() == null ? List.of() : check.getAuthTenantIds();
    }
}

package io.wubu.flow.filters;

import io.wubu.flow.guard.NoExpressions;
import java.time.Clock;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jspecify.annotations.Nullable;

/**
 * Reads stored filters. A standing one is completed on a copy, so that the row stays as it is; any other is checked for
 * expressions, since a row may have come from elsewhere.
 */
class FilterReader extends FilterManager {

    private final Clock clock;

    FilterReader(Clock clock) {
        this.clock = clock;
    }

    @Override
    public @Nullable FilterEntity findFilterById(String id) {
        var stored = super.findFilterById(id);
        if (stored == null) {
            return null;
        }
        NoExpressions.check(stored.getQuery());
        var reader = getCurrentAuthentication();
        var standing = stored.getProperties() == null
                ? java.util.Optional.<StandingFilter>empty()
                : StandingFilter.of(stored.getProperties());
        if (reader == null || standing.isEmpty()) {
            return stored;
        }
        var copy = copy(stored);
        standing.get().complete(copy.<TaskQuery>getQuery(), reader, clock.instant());
        return copy;
    }

    private static FilterEntity copy(FilterEntity stored) {
        var copy = new FilterEntity(stored.getResourceType());
        copy.setId(stored.getId());
        copy.setName(stored.getName());
        copy.setOwner(stored.getOwner());
        copy.setRevision(stored.getRevision());
        copy.setQueryInternal(stored.getQueryInternal());
        copy.setPropertiesInternal(stored.getPropertiesInternal());
        return copy;
    }
}

package io.wubu.flow.places;

import io.wubu.flow.directory.EngineRows;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Moves a running case to the county it was split to: the engine fixes the tenant at start, when only the city may be
 * known. The moved executions are changed in memory, all stored rows of the case by one statement a table.
 */
@Component
public class RegionMoves {

    private final EngineRows rows;

    RegionMoves(EngineRows rows) {
        this.rows = rows;
    }

    /** Gives the whole case of this execution, callers included, another region. */
    public void move(DelegateExecution execution, String region) {
        if (region.equals(execution.getTenantId())) {
            return;
        }
        var entity = (ExecutionEntity) execution;
        var root = entity.getRootProcessInstanceId();
        Context.getCommandContext().getDbEntityManager().getCachedEntitiesByType(ExecutionEntity.class).stream()
                .filter(cached -> root.equals(cached.getRootProcessInstanceId()))
                .forEach(cached -> cached.setTenantId(region));
        entity.setTenantId(region);
        rows.move(root, region);
    }
}

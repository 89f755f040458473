package io.wubu.flow.places;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jspecify.annotations.Nullable;

/**
 * Every instance belongs to a region, its tenant: a called one to its caller's, a root one to its variable
 * {@code regionCode}. Without a region it would be visible to everybody, so the start is refused.
 */
public class RegionTenants implements TenantIdProvider {

    static final String REGION = "regionCode";

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        var caller = context.getSuperExecution();
        if (caller != null && caller.getTenantId() != null) {
            return caller.getTenantId();
        }
        if (context.getVariables().get(REGION) instanceof String region) {
            return region;
        }
        throw new IllegalStateException(
                "流程必须属于一个区划 (no regionCode): " + context.getProcessDefinition().getKey());
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        var execution = context.getExecution();
        return execution == null ? null : execution.getTenantId();
    }
}

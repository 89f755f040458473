package io.wubu.flow.guard;

import io.wubu.regions.Regions;
import java.util.List;
import org.camunda.bpm.engine.impl.db.TenantCheck;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.jspecify.annotations.Nullable;

/**
 * A user of a region sees the cases of its whole subtree: 130100 all of 1301…, the ministry everything. In SQL that is the
 * range in mapping/entity/Tenant.xml, here the same for checks on single objects.
 */
class RegionScope extends TenantManager {

    @Override
    public void configureTenantCheck(TenantCheck check) {
        super.configureTenantCheck(check);
        if (check.isTenantCheckEnabled()) {
            var stems = stems(check.getAuthTenantIds());
            check.setAuthTenantIds(stems);
            check.setTenantCheckEnabled(!stems.contains(""));
        }
    }

    @Override
    public boolean isAuthenticatedTenant(@Nullable String region) {
        if (region == null || !isTenantCheckEnabled()) {
            return true;
        }
        return stems(getCurrentAuthentication().getTenantIds()).stream().anyMatch(region::startsWith);
    }

    private static List<String> stems(@Nullable List<String> regions) {
        return regions == null ? List.of() : regions.stream().map(Regions::stem).toList();
    }
}

package io.wubu.flow.engine;

import io.wubu.regions.Regions;
import org.camunda.bpm.engine.impl.db.TenantCheck;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.jspecify.annotations.Nullable;

/**
 * A user's tenant is his region; he sees the cases of its whole subtree. The SQL half is the changed fragment in the
 * engine's Tenant.xml, which this class feeds with the stems of region codes: 1304 for 130400, nothing for the ministry.
 */
class RegionTenantManager extends TenantManager {

    static final SessionFactory FACTORY = new SessionFactory() {
        @Override
        public Class<?> getSessionType() {
            return TenantManager.class;
        }

        @Override
        public Session openSession() {
            return new RegionTenantManager();
        }
    };

    @Override
    public void configureTenantCheck(TenantCheck check) {
        super.configureTenantCheck(check);
        var regions = check.getAuthTenantIds();
        if (regions != null) {
            var stems = regions.stream().map(Regions::stem).toList();
            check.setAuthTenantIds(stems);
            check.setTenantCheckEnabled(check.isTenantCheckEnabled() && !stems.contains(""));
        }
    }

    @Override
    public boolean isAuthenticatedTenant(@Nullable String tenant) {
        if (tenant == null || !isTenantCheckEnabled()) {
            return true;
        }
        var own = getCurrentAuthentication().getTenantIds();
        return own != null && own.stream().anyMatch(region -> Regions.contains(region, tenant));
    }
}

package io.wubu.flow.places;

import io.wubu.regions.Regions;
import java.util.List;
import org.camunda.bpm.engine.impl.db.TenantCheck;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.jspecify.annotations.Nullable;

/**
 * A user's tenant is his region; he sees the cases it covers. The SQL half is the changed fragment in the engine's
 * Tenant.xml, which this class feeds with the beginnings of the covered codes: 1304 for 130400, several where a place has
 * another superior than its code tells, nothing for the ministry. Outside its time a team covers nothing.
 */
public class RegionTenantManager extends TenantManager {

    /** No code begins like this. */
    private static final List<String> NOTHING = List.of("-");

    private final Regions regions;
    private final TeamTimes times;

    public RegionTenantManager(Regions regions, TeamTimes times) {
        this.regions = regions;
        this.times = times;
    }

    @Override
    public void configureTenantCheck(TenantCheck check) {
        super.configureTenantCheck(check);
        if (check.getAuthTenantIds() != null && check.isTenantCheckEnabled()) {
            var stems = open(getCurrentAuthentication()).stream()
                    .flatMap(region -> regions.stems(region).stream())
                    .toList();
            check.setAuthTenantIds(stems.isEmpty() ? NOTHING : stems);
            check.setTenantCheckEnabled(!stems.contains(""));
        }
    }

    @Override
    public boolean isAuthenticatedTenant(@Nullable String tenant) {
        if (tenant == null || !isTenantCheckEnabled()) {
            return true;
        }
        return open(getCurrentAuthentication()).stream().anyMatch(region -> regions.covers(region, tenant));
    }

    private List<String> open(@Nullable Authentication user) {
        if (user == null || user.getTenantIds() == null) {
            return List.of();
        }
        return user.getTenantIds().stream()
                .filter(region -> times.isOpen(user.getGroupIds(), region))
                .toList();
    }
}

package io.wubu.flow.deployment;

import io.wubu.flow.engine.OwnManager;
import io.wubu.flow.places.RegionTenantManager;
import io.wubu.flow.places.RegionTenants;
import io.wubu.flow.places.TeamTimes;
import io.wubu.flow.rules.EngineRulings;
import io.wubu.regions.Regions;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TenantManager;
import org.springframework.stereotype.Component;

/** How this engine differs from the stock one; each line closes a hole or gives instances their region. */
@Component
class EnginePlugin extends AbstractProcessEnginePlugin {

    /** Group ids look like COUNTY_GOV@130102, account ids like county-gov.130102. */
    private static final String IDS = "[a-zA-Z0-9@_.-]+";

    private final Regions regions;
    private final TeamTimes times;
    private final EngineRulings rulings;

    EnginePlugin(Regions regions, TeamTimes times, EngineRulings rulings) {
        this.regions = regions;
        this.rulings = rulings;
        this.times = times;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setGeneralResourceWhitelistPattern(IDS);
        configuration.setGroupResourceWhitelistPattern(IDS);
        configuration.setUserResourceWhitelistPattern(IDS);
        configuration.setTenantResourceWhitelistPattern(IDS);
        configuration.setJavaSerializationFormatEnabled(false);
        configuration.setDeserializationTypeValidationEnabled(true);
        configuration.setHistoryCleanupEnabled(false);
        configuration.setTenantIdProvider(new RegionTenants());
        OwnManager.put(configuration, TenantManager.class, () -> new RegionTenantManager(regions, times));
        configuration.setEnableExpressionsInAdhocQueries(false);
        configuration.setEnableExpressionsInStoredQueries(false);
        configuration.setCmmnEnabled(false);
        configuration.setStandaloneTasksEnabled(false);
        var tables = new DefaultDmnEngineConfiguration();
        tables.getCustomPostDecisionTableEvaluationListeners().add(rulings);
        configuration.setDmnEngineConfiguration(tables);
    }
}

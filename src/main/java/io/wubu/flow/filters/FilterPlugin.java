package io.wubu.flow.filters;

import io.wubu.flow.engine.OwnManager;
import java.time.Clock;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.springframework.stereotype.Component;

/** Lets the engine read filters through {@link FilterReader}. */
@Component
class FilterPlugin extends AbstractProcessEnginePlugin {

    private final Clock clock;

    FilterPlugin(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        OwnManager.put(engine, FilterManager.class, () -> new FilterReader(clock));
    }
}

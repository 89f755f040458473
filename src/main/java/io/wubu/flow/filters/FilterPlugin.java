package io.wubu.flow.filters;

import java.time.Clock;
import java.util.ArrayList;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.FilterManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.springframework.stereotype.Component;

/** Lets the engine read filters through {@link FilterReader} and tasks through {@link ReadableTasks}. */
@Component
class FilterPlugin extends AbstractProcessEnginePlugin {

    private final Clock clock;

    FilterPlugin(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl engine) {
        var present = engine.getCustomSessionFactories();
        var all = present == null ? new ArrayList<SessionFactory>() : new ArrayList<>(present);
        all.add(Sessions.of(FilterManager.class, () -> new FilterReader(clock)));
        all.add(Sessions.of(TaskManager.class, ReadableTasks::new));
        engine.setCustomSessionFactories(all);
    }
}

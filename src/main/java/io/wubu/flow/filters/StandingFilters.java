package io.wubu.flow.filters;

import io.wubu.flow.engine.AsSystem;
import java.util.HashMap;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps one row for each standing filter; officers read them by the grant of their shared group. */
@Component
class StandingFilters {

    private final FilterService filters;
    private final TaskService tasks;
    private final AsSystem asSystem;

    StandingFilters(FilterService filters, TaskService tasks, AsSystem asSystem) {
        this.filters = filters;
        this.tasks = tasks;
        this.asSystem = asSystem;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(1)
    void prepare() {
        asSystem.run(() -> {
            var stored = new HashMap<StandingFilter, Filter>();
            for (var filter : filters.createTaskFilterQuery().list()) {
                StandingFilter.of(filter.getProperties()).ifPresent(standing -> stored.put(standing, filter));
            }
            for (var standing : StandingFilter.values()) {
                save(standing, stored.computeIfAbsent(standing, missing -> filters.newTaskFilter(missing.title())));
            }
        });
    }

    private void save(StandingFilter standing, Filter filter) {
        filter.setName(standing.title());
        filter.setProperties(standing.properties());
        filter.setQuery(tasks.createTaskQuery());
        filters.saveFilter(filter);
    }
}

package io.wubu.flow.guard;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Attacks the engine once at every start; if the nested expression is not refused, the application does not come up. */
@Component
class GuardProof {

    private final TaskService tasks;

    GuardProof(TaskService tasks) {
        this.tasks = tasks;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(-1)
    void prove() {
        var nested = new TaskQueryImpl();
        nested.setOrQueryActive();
        nested.dueAfterExpression("${noSuchBean}");
        var query = (TaskQueryImpl) tasks.createTaskQuery();
        query.addOrQuery(nested);
        try {
            query.count();
        } catch (BadUserRequestException refused) {
            return;
        }
        throw new IllegalStateException("the engine guard is not in place");
    }
}

package io.wubu.flow.logins;

import io.wubu.access.identity.SignedIn;
import io.wubu.access.routes.EngineSight;
import io.wubu.shared.RuleBroken;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Looks for a thing as its user would: region, grants and all. */
@Component
class VisibleThings implements EngineSight {

    private final ProcessEngine engine;

    VisibleThings(@Lazy ProcessEngine engine) {
        this.engine = engine;
    }

    @Override
    public boolean sees(SignedIn user, String kind, String id) {
        engine.getIdentityService().setAuthentication(user.userId(), user.groups(), user.regions());
        try {
            return count(kind, id) > 0;
        } catch (RuleBroken noId) { // longer than any
            return false;
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private long count(String kind, String id) {
        return switch (kind) {
            case "task" -> engine.getTaskService().createTaskQuery().taskId(id).count();
            case "process-instance" ->
                engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(id)
                        .count();
            case "job" ->
                engine.getManagementService().createJobQuery().jobId(id).count();
            default -> throw new IllegalArgumentException(kind);
        };
    }
}

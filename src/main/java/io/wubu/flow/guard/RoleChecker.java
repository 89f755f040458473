package io.wubu.flow.guard;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;

/**
 * Rights are granted by process definition; which task is whose lane, only its links say. So claiming and completing also
 * ask for a candidate: who has claimed a task and holds its post no longer, or acts under another, can't hand it in. Giving
 * back is the assignee's, who needs no grant for it.
 */
class RoleChecker extends AuthorizationCommandChecker {

    @Override
    public void checkTaskWork(TaskEntity task) {
        super.checkTaskWork(task);
        var user = checked();
        if (user != null && !isCandidate(task, user)) {
            throw new AuthorizationException("任务不属于您的岗位");
        }
    }

    @Override
    public void checkTaskAssign(TaskEntity task) {
        var user = checked();
        if (user == null || !isAssignee(task, user)) {
            super.checkTaskAssign(task);
        }
    }

    private @Nullable Authentication checked() {
        var enabled = getAuthorizationManager().isAuthorizationEnabled()
                && Context.getCommandContext().isAuthorizationCheckEnabled();
        return enabled ? Context.getCommandContext().getAuthentication() : null;
    }

    private static boolean isAssignee(TaskEntity task, Authentication user) {
        return user.getUserId() != null && user.getUserId().equals(task.getAssignee());
    }

    private static boolean isCandidate(TaskEntity task, Authentication user) {
        return task.getCandidates().stream()
                .anyMatch(link -> link.getUserId() != null && link.getUserId().equals(user.getUserId())
                        || link.getGroupId() != null
                                && user.getGroupIds() != null
                                && user.getGroupIds().contains(link.getGroupId()));
    }
}

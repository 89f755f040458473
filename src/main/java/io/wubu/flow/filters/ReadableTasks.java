package io.wubu.flow.filters;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;

/**
 * Asks for the reader's grants before it asks for tasks. Ours stand on process definitions alone, so a list of readable
 * processes replaces the engine's check, which looks the grants up for each task and spoils every plan.
 */
class ReadableTasks extends TaskManager {

    private static final List<String> NOTHING = List.of("-");

    @Override
    protected void configureQuery(TaskQueryImpl query) {
        super.configureQuery(query);
        var check = query.getAuthCheck();
        var reader = getCurrentAuthentication();
        if (check.isAuthorizationCheckEnabled() && check.getAuthUserId() != null && reader != null) {
            restrict(query, Context.getCommandContext().runWithoutAuthorization(() -> readable(reader)));
            check.setAuthorizationCheckEnabled(false);
        }
    }

    private static void restrict(TaskQueryImpl query, Set<String> readable) {
        if (readable.contains(Authorization.ANY)) {
            return;
        }
        var asked = query.getProcessDefinitionKeys();
        var keys = new HashSet<>(readable);
        if (asked != null && asked.length > 0) {
            keys.retainAll(Arrays.asList(asked));
        }
        query.processDefinitionKeyIn((keys.isEmpty() ? NOTHING : keys).toArray(String[]::new));
    }

    private static Set<String> readable(Authentication reader) {
        var keys = granted(reader, Resources.PROCESS_DEFINITION, ProcessDefinitionPermissions.READ_TASK);
        if (granted(reader, Resources.TASK, TaskPermissions.READ).contains(Authorization.ANY)) {
            keys.add(Authorization.ANY);
        }
        return keys;
    }

    private static Set<String> granted(Authentication reader, Resource resource, Permission permission) {
        if (reader.getGroupIds() == null || reader.getGroupIds().isEmpty()) {
            return new HashSet<>();
        }
        return Context.getProcessEngineConfiguration()
                .getAuthorizationService()
                .createAuthorizationQuery()
                .authorizationType(Authorization.AUTH_TYPE_GRANT)
                .groupIdIn(reader.getGroupIds().toArray(String[]::new))
                .resourceType(resource)
                .hasPermission(permission)
                .list()
                .stream()
                .map(Authorization::getResourceId)
                .collect(Collectors.toCollection(HashSet::new));
    }
}

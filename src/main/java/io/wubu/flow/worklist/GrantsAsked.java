package io.wubu.flow.worklist;

import java.util.List;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;

/** What the statement {@code grants} of Worklist.xml is asked with: of which processes these groups may read the tasks. */
record GrantsAsked(String[] groups, int definitions, int readTask, int tasks, int read) {

    static GrantsAsked of(List<String> groups) {
        return new GrantsAsked(
                groups.toArray(String[]::new),
                Resources.PROCESS_DEFINITION.resourceType(),
                ProcessDefinitionPermissions.READ_TASK.getValue(),
                Resources.TASK.resourceType(),
                TaskPermissions.READ.getValue());
    }
}

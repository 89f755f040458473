package io.wubu.flow.directory;

import io.wubu.people.Role;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;

/** The grants of the shared groups. Which rows they reach is limited by region, which tasks by candidate group. */
final class Grants {

    /** One grant on a kind of resource. */
    record Grant(Resource resource, String id, List<Permission> permissions) {

        /** Whether a stored grant is on the same resource. */
        boolean isOn(Authorization stored) {
            return stored.getResourceType() == resource.resourceType() && id.equals(stored.getResourceId());
        }
    }

    /** 四不两直: the place that is inspected can't look up where the team goes next; only visitors read these. */
    private static final Set<String> VISITS = Set.of("teamCheck");

    /** Clues: the concerned places never learn of them; only the urging office and the discipline lane read these. */
    private static final Set<String> CLUES = Set.of("clueProposal");

    private static final Set<Role> CLUE_OFFICERS = Set.of(Role.URGING_OFFICE, Role.DISCIPLINE);

    private static final Set<Role> TEAMS = Set.of(Role.SUPERVISION_TEAM, Role.TEAM_LEADER);

    /** Officers: the Tasklist; the tasks and cases of their region process by process. */
    static final List<Grant> OF_STAFF = List.of(
            grant(Resources.APPLICATION, "tasklist", Permissions.ACCESS), grant(Resources.FILTER, Permissions.READ));

    /** 专项督查办: also the Cockpit. No grant on all tasks or processes: clues are none of its business. */
    static final List<Grant> OF_MANAGERS = List.of(
            grant(Resources.APPLICATION, "cockpit", Permissions.ACCESS),
            grant(Resources.DECISION_DEFINITION, Permissions.READ, Permissions.READ_HISTORY),
            grant(Resources.DECISION_REQUIREMENTS_DEFINITION, Permissions.READ),
            grant(Resources.DEPLOYMENT, Permissions.READ),
            grant(Resources.USER, Permissions.READ),
            grant(Resources.GROUP, Permissions.READ));

    /** 系统管理员: accounts; posts are given by 安全管理员 through our own API, and nobody deletes an account. */
    static final List<Grant> OF_ADMINS = List.of(
            grant(Resources.APPLICATION, "admin", Permissions.ACCESS),
            grant(Resources.USER, Permissions.READ, Permissions.UPDATE, Permissions.CREATE),
            grant(Resources.GROUP, Permissions.READ),
            grant(Resources.TENANT, Permissions.READ));

    private Grants() {}

    /** Reading and working in one process. */
    static Grant ofProcess(String key) {
        return grant(
                Resources.PROCESS_DEFINITION,
                key,
                Permissions.READ,
                ProcessDefinitionPermissions.READ_TASK,
                ProcessDefinitionPermissions.TASK_WORK,
                ProcessDefinitionPermissions.READ_INSTANCE,
                ProcessDefinitionPermissions.READ_HISTORY);
    }

    /** Repeating a failed automatic step of one process. */
    static Grant ofRepeating(String key) {
        return grant(Resources.PROCESS_DEFINITION, key, Permissions.READ, ProcessDefinitionPermissions.RETRY_JOB);
    }

    /** Whether a process is the visit of a team, hidden from the place it goes to. */
    static boolean isVisit(String process) {
        return VISITS.contains(process);
    }

    /** Whether a process is about clues, hidden from those concerned. */
    static boolean isClue(String process) {
        return CLUES.contains(process);
    }

    /** Whether the holders of a role handle clues. */
    static boolean handlesClues(Role role) {
        return CLUE_OFFICERS.contains(role);
    }

    /** Whether the holders of a role visit, or send visitors. */
    static boolean isVisitor(Role role) {
        return TEAMS.contains(role) || role.level().equals("ministry");
    }

    private static Grant grant(Resource resource, Permission... permissions) {
        return grant(resource, Authorization.ANY, permissions);
    }

    private static Grant grant(Resource resource, String id, Permission... permissions) {
        return new Grant(resource, id, List.of(permissions));
    }
}

package io.wubu.flow.engine;

import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.regions.Regions;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.stereotype.Component;

/** Accounts, groups and grants in the engine's directory. */
@Component
public class Directory {

    /** Every officer belongs to it; it carries the grants all officers share. */
    static final String STAFF = "staff";

    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final Regions regions;
    private final AsSystem asSystem;

    Directory(IdentityService identities, AuthorizationService authorizations, Regions regions, AsSystem asSystem) {
        this.identities = identities;
        this.authorizations = authorizations;
        this.regions = regions;
        this.asSystem = asSystem;
    }

    /** Makes the shared group and its grants, once. */
    void prepare() {
        asSystem.run(() -> {
            if (identities.createGroupQuery().groupId(STAFF).count() == 0) {
                group(STAFF, "全体工作人员");
                grant(STAFF, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
                grant(
                        STAFF,
                        Resources.PROCESS_DEFINITION,
                        Authorization.ANY,
                        Permissions.READ,
                        ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.TASK_WORK,
                        ProcessDefinitionPermissions.READ_INSTANCE);
                grant(STAFF, Resources.FILTER, Authorization.ANY, Permissions.READ);
            }
        });
    }

    /** Opens an account for a person: user, candidate group, tenant, shared grants. */
    public void open(Person person, String password) {
        asSystem.run(() -> {
            var user = identities.newUser(person.userId());
            user.setFirstName(regions.get(person.regionCode()).name());
            user.setLastName(person.role().chinese());
            user.setPassword(password);
            identities.saveUser(user);
            ensureGroup(person.group(), person.displayName());
            identities.createMembership(person.userId(), person.group());
            identities.createMembership(person.userId(), STAFF);
            ensureTenant(person.regionCode());
            identities.createTenantUserMembership(person.regionCode(), person.userId());
            if (person.role() == Role.MINISTRY_SUPERVISION_OFFICE) {
                grantUser(person.userId(), Resources.APPLICATION, "cockpit", Permissions.ACCESS);
                grantUser(person.userId(), Resources.TASK, Authorization.ANY, Permissions.READ);
            }
        });
    }

    private void ensureGroup(String id, String name) {
        if (identities.createGroupQuery().groupId(id).count() == 0) {
            group(id, name);
        }
    }

    private void group(String id, String name) {
        var group = identities.newGroup(id);
        group.setName(name);
        group.setType("wubu");
        identities.saveGroup(group);
    }

    private void ensureTenant(String region) {
        if (identities.createTenantQuery().tenantId(region).count() == 0) {
            var tenant = identities.newTenant(region);
            tenant.setName(regions.get(region).fullName());
            identities.saveTenant(tenant);
        }
    }

    private void grant(String group, Resource resource, String id, Permission... permissions) {
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setGroupId(group);
        save(grant, resource, id, permissions);
    }

    private void grantUser(String user, Resource resource, String id, Permission... permissions) {
        var grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        grant.setUserId(user);
        save(grant, resource, id, permissions);
    }

    private void save(Authorization grant, Resource resource, String id, Permission... permissions) {
        grant.setResource(resource);
        grant.setResourceId(id);
        grant.setPermissions(permissions);
        authorizations.saveAuthorization(grant);
    }
}

package io.wubu.flow.directory;

import io.wubu.flow.engine.AsSystem;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.regions.Region;
import io.wubu.regions.Regions;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.springframework.stereotype.Component;

/** Accounts, groups and grants in the engine's directory. */
@Component
public class Directory {

    /** Every officer belongs to it; it carries the grants all officers share. */
    static final String STAFF = "staff";

    private static final String MANAGERS = Role.MINISTRY_SUPERVISION_OFFICE.at(Region.MINISTRY);
    private static final String ADMINS = Role.MINISTRY_ADMIN.at(Region.MINISTRY);

    /** Visiting teams and the ministry. */
    private static final String VISITORS = "visitors";

    /** The urging offices and the discipline lane. */
    private static final String CLUES = "clues";

    private final RepositoryService repository;
    private final IdentityService identities;
    private final AuthorizationService authorizations;
    private final Regions regions;
    private final AsSystem asSystem;

    Directory(
            RepositoryService repository,
            IdentityService identities,
            AuthorizationService authorizations,
            Regions regions,
            AsSystem asSystem) {
        this.repository = repository;
        this.identities = identities;
        this.authorizations = authorizations;
        this.regions = regions;
        this.asSystem = asSystem;
    }

    /** Makes the shared groups and brings their grants up to date. */
    public void prepare() {
        asSystem.run(() -> {
            ensureGroup(STAFF, "全体工作人员");
            ensureGroup(MANAGERS, Role.MINISTRY_SUPERVISION_OFFICE.chinese());
            ensureGroup(ADMINS, Role.MINISTRY_ADMIN.chinese());
            ensureGroup(VISITORS, "督查组和部机关");
            ensureGroup(CLUES, "督查室和纪检监察机关");
            var staff = new ArrayList<>(Grants.OF_STAFF);
            var visitors = new ArrayList<Grants.Grant>();
            var clues = new ArrayList<Grants.Grant>();
            var managers = new ArrayList<>(Grants.OF_MANAGERS);
            repository.createProcessDefinitionQuery().latestVersion().list().forEach(process -> {
                var key = process.getKey();
                (Grants.isVisit(key) ? visitors : Grants.isClue(key) ? clues : staff).add(Grants.ofProcess(key));
                if (!Grants.isClue(key)) {
                    managers.add(Grants.ofRepeating(key));
                }
            });
            bring(STAFF, staff);
            bring(VISITORS, visitors);
            bring(CLUES, clues);
            bring(MANAGERS, managers);
            bring(ADMINS, Grants.OF_ADMINS);
            occupySetup();
        });
    }

    /**
     * The webapps offer to create an administrator to anybody while this group is empty. It gets one member nobody can
     * sign in as; the group itself has no power here.
     */
    private void occupySetup() {
        ensureGroup(Groups.CAMUNDA_ADMIN, "保留组（无权限）");
        if (identities.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() == 0) {
            var user = identities.newUser("system");
            user.setLastName("系统（不可登录）");
            user.setPassword(UUID.randomUUID() + "-" + UUID.randomUUID());
            ((IdentityServiceImpl) identities).saveUser(user, true);
            identities.createMembership(user.getId(), Groups.CAMUNDA_ADMIN);
        }
    }

    /** A first password, hashed once; many accounts of a sample share it. */
    public record FirstPassword(String hash, String salt) {}

    /** Hashes a first password. The rules bind people who choose one, not the application that hands one out. */
    public FirstPassword prepare(String password) {
        return asSystem.call(() -> {
            var engine = Context.getProcessEngineConfiguration();
            var salt = engine.getSaltGenerator().generateSalt();
            return new FirstPassword(
                    engine.getPasswordManager().encrypt(EncryptionUtil.saltPassword(password, salt)), salt);
        });
    }

    /** Sets a password that is known by its hash alone. */
    void setPassword(String userId, FirstPassword password) {
        asSystem.run(() -> {
            var user = (UserEntity) identities.createUserQuery().userId(userId).singleResult();
            user.setSalt(password.salt());
            user.setDbPassword(password.hash());
            identities.saveUser(user);
        });
    }

    /** Opens an account for a person: user, candidate group, tenant, shared grants. */
    public void open(Person person, String password) {
        open(person, prepare(password));
    }

    /** The same with a password that was hashed before. */
    public void open(Person person, FirstPassword password) {
        asSystem.run(() -> {
            var user = (UserEntity) identities.newUser(person.userId());
            user.setFirstName(regions.get(person.regionCode()).name());
            user.setLastName(person.role().chinese());
            user.setSalt(password.salt());
            user.setDbPassword(password.hash());
            identities.saveUser(user);
            take(person);
        });
    }

    /** Gives an account the groups and the region of a post, its first. */
    void give(Person post) {
        asSystem.run(() -> take(post));
    }

    /** Takes the groups and the region of an account's last post away. */
    void withdraw(Person post) {
        var user = post.userId();
        asSystem.run(() -> {
            groupsOf(post).forEach(group -> identities.deleteMembership(user, group));
            regionsOf(post).forEach(code -> identities.deleteTenantUserMembership(code, user));
        });
    }

    /** Gives an account the groups and the region of another of its posts instead of those it had; what is common stays. */
    void change(Person from, Person to) {
        var user = from.userId();
        asSystem.run(() -> {
            ensureGroup(to.group(), to.displayName());
            minus(groupsOf(from), groupsOf(to)).forEach(group -> identities.deleteMembership(user, group));
            minus(groupsOf(to), groupsOf(from)).forEach(group -> identities.createMembership(user, group));
            minus(regionsOf(from), regionsOf(to)).forEach(code -> identities.deleteTenantUserMembership(code, user));
            minus(regionsOf(to), regionsOf(from)).forEach(code -> join(code, user));
        });
    }

    private void take(Person post) {
        ensureGroup(post.group(), post.displayName());
        groupsOf(post).forEach(group -> identities.createMembership(post.userId(), group));
        regionsOf(post).forEach(code -> join(code, post.userId()));
    }

    private void join(String region, String user) {
        ensureTenant(region);
        identities.createTenantUserMembership(region, user);
    }

    private static List<String> minus(List<String> all, List<String> without) {
        return all.stream().filter(each -> !without.contains(each)).toList();
    }

    /** The region whose cases a post sees; an administrator sees none. */
    private static List<String> regionsOf(Person post) {
        return post.role().seesCases() ? List.of(post.regionCode()) : List.of();
    }

    private static List<String> groupsOf(Person post) {
        var groups = new ArrayList<>(List.of(post.group()));
        if (post.role().seesCases()) {
            groups.add(STAFF);
            if (Grants.isVisitor(post.role())) {
                groups.add(VISITORS);
            }
            if (Grants.handlesClues(post.role())) {
                groups.add(CLUES);
            }
        }
        return groups;
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

    /** Gives a group these grants and takes all others away: a grant dropped in a later version must not live on. */
    private void bring(String group, List<Grants.Grant> wanted) {
        authorizations.createAuthorizationQuery().groupIdIn(group).list().stream()
                .filter(grant -> wanted.stream().noneMatch(known -> known.isOn(grant)))
                .forEach(grant -> authorizations.deleteAuthorization(grant.getId()));
        wanted.forEach(grant -> ensure(group, grant));
    }

    private void ensure(String group, Grants.Grant wanted) {
        Authorization grant = authorizations
                .createAuthorizationQuery()
                .groupIdIn(group)
                .resourceType(wanted.resource())
                .resourceId(wanted.id())
                .singleResult();
        if (grant == null) {
            grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
            grant.setGroupId(group);
            grant.setResource(wanted.resource());
            grant.setResourceId(wanted.id());
        }
        grant.setPermissions(wanted.permissions().toArray(Permission[]::new));
        authorizations.saveAuthorization(grant);
    }
}

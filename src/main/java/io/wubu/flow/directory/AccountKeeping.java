package io.wubu.flow.directory;

import io.wubu.access.guessing.SignInLocks;
import io.wubu.access.identity.AccountChanged;
import io.wubu.access.identity.Logins;
import io.wubu.access.identity.OutsideProof;
import io.wubu.access.sessions.Sessions;
import io.wubu.accounts.Accounts;
import io.wubu.accounts.Claim.Kind;
import io.wubu.accounts.SecondFactors;
import io.wubu.flow.engine.AsSystem;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Turns;
import io.wubu.shared.Unknown;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do to accounts and posts. Who may do which is decided by the route; here, that nobody does it to
 * himself. Accounts are disabled and never deleted, since records name them.
 */
@Component
public class AccountKeeping {

    /** What an account may be called. */
    static final Pattern ID = Pattern.compile("[a-z][a-z0-9._-]{2,63}");

    private final IdentityService identities;
    private final AsSystem asSystem;
    private final Directory directory;
    private final EngineRows rows;
    private final People people;
    private final Accounts accounts;
    private final SecondFactors factors;
    private final SignInLocks locks;
    private final OutsideProof outside;
    private final Logins logins;
    private final AccountClaims claims;
    private final ClaimEffects effects;
    private final LastOfThree three;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final Turns turns;

    AccountKeeping(
            IdentityService identities,
            AsSystem asSystem,
            Directory directory,
            EngineRows rows,
            People people,
            Accounts accounts,
            SecondFactors factors,
            SignInLocks locks,
            OutsideProof outside,
            Logins logins,
            AccountClaims claims,
            ClaimEffects effects,
            LastOfThree three,
            Sessions sessions,
            ApplicationEventPublisher events,
            Turns turns) {
        this.identities = identities;
        this.asSystem = asSystem;
        this.directory = directory;
        this.rows = rows;
        this.people = people;
        this.accounts = accounts;
        this.factors = factors;
        this.locks = locks;
        this.outside = outside;
        this.logins = logins;
        this.claims = claims;
        this.effects = effects;
        this.three = three;
        this.sessions = sessions;
        this.events = events;
        this.turns = turns;
    }

    /** One page of the accounts whose identifier or name holds the text. */
    public List<KnownAccount> page(String text, int offset, int limit) {
        return rows.accounts(text, offset, limit);
    }

    /** Opens an account without a post; the first password, told this once and to be changed at the first sign-in. */
    @Transactional
    public String open(String id, String name, String by) {
        AccountNames.require(id, name);
        turns.take("account " + id);
        if (exists(id)) {
            throw new RuleBroken("account", "taken", "“账号”：" + id + " 已存在");
        }
        var password = FirstPassword.any();
        asSystem.run(() -> {
            var user = identities.newUser(id);
            user.setLastName(name.strip());
            user.setPassword(password);
            ((IdentityServiceImpl) identities).saveUser(user, true);
        });
        accounts.mustChange(id, true);
        tell(id, by, "opened", "");
        return password;
    }

    /**
     * Hands out a new password, told this once; all sessions of the account end. Only of an account nobody has used yet and that
     * holds no post: any other gets its password by a claim (0016).
     */
    @Transactional
    public String reset(String id, String by) {
        requireOther(id, by);
        if (accounts.standing(id).outside()) {
            throw new RuleBroken("account", "outside", "“账号”：" + id + " 由单位目录或统一身份认证核验，本系统没有它的口令");
        }
        requireUnused(id, "重置口令");
        return handOut(id);
    }

    /**
     * Has an account's identity proven outside from now on: its password here becomes one nobody knows, and its sessions end. For
     * an account that holds a post this is proposed, and waits for the second administrator.
     *
     * @return whether it is so already
     */
    @Transactional
    public boolean moveOut(String id, String by) {
        requireOther(id, by);
        if (!outside.hasDirectory() && !outside.hasProvider()) {
            throw new RuleBroken("outside", "not-configured", "“身份核验”：没有配置单位目录或统一身份认证");
        }
        if (!outside.hasDirectory() && isAdministrator(id)) {
            throw new RuleBroken("outside", "administrator", "“身份核验”：三员须用口令和动态口令登录，没有单位目录时由本系统核验");
        }
        if (!people.postsOf(id).isEmpty()) {
            claims.propose(id, Kind.OUTSIDE, by);
            return false;
        }
        handOut(id);
        accounts.outside(id, true);
        tell(id, by, "outside", "");
        return true;
    }

    /** Takes an account back; its first password here, told this once and to be changed at the next sign-in. */
    @Transactional
    public String moveIn(String id, String by) {
        requireOther(id, by);
        requireUnused(id, "改由本系统核验");
        accounts.outside(id, false);
        tell(id, by, "inside", "");
        return handOut(id);
    }

    /**
     * Disables an account, and ends its sessions, or enables it again. For an account that decides this is proposed, and waits for
     * the second administrator; of each of the three one is left.
     *
     * @return whether it is so already
     */
    @Transactional
    public boolean disable(String id, boolean disabled, String by) {
        requireOther(id, by);
        if (!people.decides(id)) {
            effects.toggle(id, disabled, by);
            return true;
        }
        if (accounts.standing(id).disabled() == disabled) {
            return true;
        }
        if (disabled) {
            three.requireWithout(id);
        }
        claims.propose(id, disabled ? Kind.DISABLE : Kind.ENABLE, by);
        return false;
    }

    /** Gives an account a post. */
    @Transactional
    public void give(Person post, String by) {
        requireOther(post.userId(), by);
        var held = people.postsOf(post.userId());
        if (held.stream().anyMatch(one -> one.group().equals(post.group()))) {
            throw new RuleBroken("role", "held", "“岗位”：该账号已任此岗位");
        }
        people.add(post);
        if (held.isEmpty()) {
            directory.give(post);
        }
        if (logins.mustClaim(post.userId())) {
            sessions.endAll(post.userId(), "claim"); // whoever knows the handed password is out before he is in
        }
        tell(post.userId(), by, "post-given", post.group());
    }

    /** Takes a post away. */
    @Transactional
    public void take(String id, String group, String by) {
        requireOther(id, by);
        var held = people.postsOf(id);
        var post = held.stream()
                .filter(one -> one.group().equals(group))
                .findFirst()
                .orElseThrow(() -> new Unknown("账号 " + id + " 不担任这个岗位"));
        three.requireWithout(id, List.of(post.role()));
        var acting = held.get(0);
        people.remove(post);
        var now = people.find(id);
        if (now.isEmpty()) {
            directory.withdraw(post);
        } else if (!now.get().equals(acting)) {
            directory.change(acting, now.get());
        }
        tell(id, by, "post-taken", group);
    }

    /** Opens an account wherever wrong passwords have locked it. */
    public void unlock(String id, String by) {
        requireOther(id, by);
        locks.open(id);
        tell(id, by, "unlocked", "");
    }

    /** Takes the second factor away, for example when the telephone is lost; the account enrols anew. */
    @Transactional
    public void removeSecondFactor(String id, String by) {
        requireOther(id, by);
        requireNoDecision(id, "解除动态口令");
        factors.remove(id);
        sessions.endAll(id, "second-factor");
        tell(id, by, "second-factor-removed", "");
    }

    private String handOut(String id) {
        var password = FirstPassword.any();
        asSystem.run(() -> {
            var user = identities.createUserQuery().userId(id).singleResult();
            user.setPassword(password);
            ((IdentityServiceImpl) identities).saveUser(user, true);
        });
        accounts.mustChange(id, true);
        return password;
    }

    private boolean isAdministrator(String id) {
        return people.postsOf(id).stream().anyMatch(post -> FirstAdministrators.ROLES.contains(post.role()));
    }

    /** Whoever is handed the password of an account that is in use, or holds a post, is somebody else under its name. */
    private void requireUnused(String id, String what) {
        if (!people.postsOf(id).isEmpty() || !accounts.standing(id).mustChange()) {
            throw claimed(id, "已启用或已有岗位", what);
        }
    }

    /** What would make somebody else of whoever decides, the owner asks for himself. */
    private void requireNoDecision(String id, String what) {
        if (people.decides(id)) {
            throw claimed(id, "的岗位有决定权", what);
        }
    }

    private static RuleBroken claimed(String id, String why, String what) {
        return new RuleBroken(
                "account",
                "claim",
                "“账号”：" + id + " " + why + "，不能直接" + what + "。请本人在登录页点“忘记口令／首次启用”提出申请，把确认码告知两位管理员；"
                        + "两人在“口令申请”页核对身份并输入后生效");
    }

    private void requireOther(String id, String by) {
        if (!exists(id)) {
            throw new Unknown("没有账号 " + id);
        }
        if (id.equals(by)) {
            throw new RuleBroken("account", "own", "“账号”：不得对本人的账号进行这项操作");
        }
    }

    private boolean exists(String id) {
        return !id.equals("system")
                && asSystem.call(() -> identities.createUserQuery().userId(id).count()) == 1;
    }

    private void tell(String id, String by, String change, String detail) {
        events.publishEvent(new AccountChanged(id, by, change, detail));
    }
}

package io.wubu.flow.directory;

import io.wubu.access.guessing.KnownSources;
import io.wubu.access.identity.AccountChanged;
import io.wubu.access.identity.Logins;
import io.wubu.access.sessions.Sessions;
import io.wubu.accounts.Accounts;
import io.wubu.accounts.Claim;
import io.wubu.accounts.Claim.Kind;
import io.wubu.accounts.Claims;
import io.wubu.accounts.OldPassword;
import io.wubu.flow.engine.AsSystem;
import io.wubu.people.People;
import io.wubu.people.Role;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Stale;
import io.wubu.shared.Unknown;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 口令申请 (0016): the owner asks, two administrators who have identified him confirm, then it takes effect. None of them sees the
 * password, and the owner is told.
 */
@Component
public class AccountClaims {

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{1,63}");
    private static final Pattern PASSWORD = Pattern.compile("[^\\x00\\p{Cs}]{1,256}");
    private static final String STRANGER = "";

    private final Claims claims;
    private final Accounts accounts;
    private final KnownSources sources;
    private final ClaimEffects effects;
    private final Sessions sessions;
    private final Logins logins;
    private final Directory directory;
    private final IdentityService identities;
    private final AsSystem asSystem;
    private final People people;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    AccountClaims(
            Claims claims,
            Accounts accounts,
            KnownSources sources,
            ClaimEffects effects,
            Sessions sessions,
            Logins logins,
            Directory directory,
            IdentityService identities,
            AsSystem asSystem,
            People people,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.claims = claims;
        this.accounts = accounts;
        this.sources = sources;
        this.effects = effects;
        this.sessions = sessions;
        this.logins = logins;
        this.directory = directory;
        this.identities = identities;
        this.asSystem = asSystem;
        this.people = people;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** What the owner is told: the code for the two administrators, and how long it is good. */
    public record Filed(String code, Duration valid) {

        /** For the log. */
        @Override
        public String toString() {
            return "Filed[…]";
        }
    }

    /** What came of a confirmation; who is still to confirm, in words. */
    public record Confirmed(boolean right, boolean done, List<String> missing) {}

    /** Files the wish of somebody who says that he is the owner; the same for every name, so it tells nothing about accounts. */
    public Filed file(String account, String password, boolean dropFactor, String source) {
        if (!ACCOUNT.matcher(account).matches()) {
            throw new RuleBroken("account", "shape", "“账号”：2 至 64 位字母、数字、点、横线");
        }
        if (!PASSWORD.matcher(password).matches()) {
            throw new RuleBroken("newPassword", "signs", "“新口令”：不超过 256 位，不含不能使用的字符");
        }
        logins.checkShape(account, password);
        if (!claims.hasRoom(source)) {
            throw full();
        }
        var hashed = directory.prepare(password);
        var code = transaction.execute(status -> {
            tell(account, STRANGER, "claim-filed", dropFactor ? "动态口令一并解除" : "");
            var from = new Claims.Origin(source, exists(account), sources.isKnown(account, source));
            return claims.file(account, from, new OldPassword(hashed.hash(), hashed.salt()), dropFactor)
                    .orElseThrow(AccountClaims::full);
        });
        return new Filed(Objects.requireNonNull(code), claims.valid());
    }

    /** Proposes what the owner doesn't ask for himself; who proposes it has confirmed it. */
    @Transactional
    public void propose(String account, Kind kind, String by) {
        var claim = claims.propose(account, kind, by).orElseThrow(() -> new Stale("该账号已有一件同样的提议在等待确认"));
        tell(account, by, "claim-proposed", claim.id() + " " + kind);
        if (confirmers(account).contains(people.get(by).role())) {
            confirm(claim, by);
        }
    }

    /** An administrator has identified the owner and types the code he was told. */
    public Confirmed confirm(String account, String code, String by) {
        var answer = transaction.execute(status -> {
            requireMayConfirm(account, by);
            var open = claims.lock(account, Kind.PASSWORD);
            if (open.isEmpty()) {
                throw new RuleBroken("account", "none", "“账号”：" + account + " 没有待确认的申请，可能已过期、被拒绝、作废或已经生效；请本人重新申请");
            }
            var found = claims.withCode(account, open, code, by);
            if (found.isEmpty()) {
                tell(account, by, "claim-wrong", "");
                return new Confirmed(false, false, List.of());
            }
            return confirm(found.get(), by);
        });
        return ended(account, Objects.requireNonNull(answer));
    }

    /** An administrator agrees to what another has proposed. */
    public Confirmed agree(String account, Kind kind, String by) {
        var answer = transaction.execute(status -> {
            requireMayConfirm(account, by);
            return claims.lock(account, kind).stream()
                    .findFirst()
                    .map(claim -> confirm(claim, by))
                    .orElseThrow(() -> new RuleBroken("account", "none", "“账号”：" + account + " 没有待确认的提议"));
        });
        return ended(account, Objects.requireNonNull(answer));
    }

    /** The owner, or an administrator, says no. */
    @Transactional
    public void refuse(long id, String by, boolean own) {
        var claim = claims.find(id)
                .filter(one -> own ? one.account().equals(by) && !one.kind().isSwitch() : exists(one.account()));
        if (claim.isEmpty()) {
            throw new Unknown("没有这件申请");
        }
        if (claim.get().kind().isSwitch() && claim.get().account().equals(by)) {
            throw new RuleBroken("account", "own", "“账号”：不得拒绝对本人账号的停用、启用");
        }
        if (!claims.refuse(id, by)) {
            throw new Stale("这件申请已经结束，请刷新后再看");
        }
        tell(claim.get().account(), by, "claim-refused", String.valueOf(id));
    }

    /** An administrator clears away what strangers have filed, or all that waits unconfirmed from one source; how many it was. */
    @Transactional
    public int clear(List<Long> ids, String source, String reason, String by) {
        var wanted = source.isEmpty() ? ids : claims.from(source);
        var cleared = wanted.stream()
                .distinct()
                .filter(id -> claims.find(id)
                        .filter(one -> exists(one.account()) && !one.account().equals(by))
                        .isPresent())
                .filter(id -> claims.refuse(id, by))
                .toList();
        cleared.forEach(id -> tell(claims.get(id).account(), by, "claim-cleared", id + " " + reason));
        return cleared.size();
    }

    /** Who has to confirm for an account: two roles, and never its own. */
    public List<Role> confirmers(String account) {
        var own = people.postsOf(account).stream().map(post -> post.role()).toList();
        return List.of(Role.MINISTRY_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR).stream()
                .filter(role -> !own.contains(role))
                .limit(2)
                .toList();
    }

    /** Once more for a session that was begun with the old password while this one took effect. */
    private Confirmed ended(String account, Confirmed answer) {
        if (answer.done()) {
            sessions.endAll(account, "password");
        }
        return answer;
    }

    private Confirmed confirm(Claim claim, String by) {
        var role = people.get(by).role();
        if (confirmers(claim.account()).contains(role) && !claims.confirm(claim, role.name(), role.chinese(), by)) {
            throw new RuleBroken("account", "twice", "“账号”：" + role.chinese() + "已确认过这件申请；须由另一岗位的管理员再确认");
        }
        var missing = missing(claims.get(claim.id()));
        if (missing.isEmpty()) {
            effects.take(claim, by);
        }
        var both = claims.get(claim.id()).confirmations().stream()
                .map(one -> one.title() + " " + one.account())
                .collect(Collectors.joining("、"));
        var deed = missing.isEmpty() ? "claim-done" : "claim-confirmed";
        tell(claim.account(), by, deed, claim.id() + " " + claim.kind() + " " + both);
        return new Confirmed(
                true, missing.isEmpty(), missing.stream().map(Role::chinese).toList());
    }

    /** The roles nobody has confirmed under who holds them still. */
    private List<Role> missing(Claim claim) {
        Map<String, String> by = new HashMap<>();
        claim.confirmations().stream()
                .filter(one -> !one.account().equals(claim.account()) && holds(one.account(), one.role()))
                .forEach(one -> by.put(one.role(), one.account()));
        return confirmers(claim.account()).stream()
                .filter(role -> !by.containsKey(role.name()))
                .toList();
    }

    private boolean holds(String account, String role) {
        return !accounts.standing(account).disabled()
                && people.postsOf(account).stream()
                        .anyMatch(post -> post.role().name().equals(role));
    }

    private void requireMayConfirm(String account, String by) {
        if (!exists(account)) {
            throw new Unknown("没有账号 " + account);
        }
        if (account.equals(by)) {
            throw new RuleBroken("account", "own", "“账号”：不得为本人的账号确认");
        }
        var wanted = confirmers(account);
        if (!wanted.contains(people.get(by).role())) {
            throw new RuleBroken(
                    "account",
                    "role",
                    "“账号”：" + account + " 的申请须由" + wanted.get(0).chinese() + "和"
                            + wanted.get(1).chinese() + "确认");
        }
    }

    private boolean exists(String id) {
        return AccountKeeping.ID.matcher(id).matches()
                && !id.equals("system")
                && asSystem.call(() -> identities.createUserQuery().userId(id).count()) == 1;
    }

    private void tell(String account, String by, String change, String detail) {
        events.publishEvent(new AccountChanged(account, by, change, detail));
    }

    private static RuleBroken full() {
        return new RuleBroken("account", "full", "“账号”：待确认的申请已满（同一账号或同一来源）；请稍后再试，或请管理员先处理待确认的申请");
    }
}

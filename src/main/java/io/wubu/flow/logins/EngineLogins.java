package io.wubu.flow.logins;

import io.wubu.access.doors.Waiver;
import io.wubu.access.identity.AccountChanged;
import io.wubu.access.identity.Logins;
import io.wubu.access.identity.SignedIn;
import io.wubu.accounts.Accounts;
import io.wubu.flow.engine.AsSystem;
import io.wubu.people.People;
import io.wubu.shared.RuleBroken;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** What the engine's directory says about an account; groups and regions are read anew when they are a minute old. */
@Component
class EngineLogins implements Logins {

    private static final int MOST = 20_000;

    /** Holds the engine's group of administrators; nobody signs in as it. */
    private static final String NOBODY = "system";

    private static final Date NEVER = new Date(Long.MAX_VALUE);
    private static final String SHAPE = "“新口令”：至少 12 位，须有大写字母、小写字母、数字和符号，且不含账号和姓名";

    private final ProcessEngine engine;
    private final Accounts accounts;
    private final AsSystem asSystem;
    private final Passwords passwords;
    private final People people;
    private final ObjectProvider<Waiver> waiver;
    private final Clock clock;
    private final Duration cached;
    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private volatile @Nullable String nobodys;

    EngineLogins(
            @Lazy ProcessEngine engine,
            Accounts accounts,
            AsSystem asSystem,
            Passwords passwords,
            People people,
            ObjectProvider<Waiver> waiver,
            Clock clock,
            @Value("${camunda.bpm.webapp.auth.cache.time-to-live}") long cached) {
        this.engine = engine;
        this.accounts = accounts;
        this.asSystem = asSystem;
        this.passwords = passwords;
        this.people = people;
        this.waiver = waiver;
        this.clock = clock;
        this.cached = Duration.ofMillis(cached);
    }

    /** An account as it was read, by the application's clock and by the machine's: a drill's may stand still or leap. */
    private record Known(SignedIn user, UserAuthentication login, Instant at, long nanos) {}

    @Override
    public Optional<SignedIn> known(String userId) {
        return find(userId).map(Known::user);
    }

    @Override
    public boolean isOpen(String userId) {
        var user = user(userId);
        var standing = accounts.standing(userId);
        return user != null && !userId.equals(NOBODY) && !standing.disabled();
    }

    /** The same as the webapps want it. */
    Optional<UserAuthentication> login(String userId) {
        return find(userId).map(Known::login);
    }

    @Override
    public void forget(String userId) {
        known.remove(userId);
    }

    /** On this node at once; other nodes read anew within a minute. */
    @TransactionalEventListener(fallbackExecution = true)
    void changed(AccountChanged change) {
        forget(change.account());
    }

    @Override
    public boolean matches(String userId, String password) {
        var user = user(userId);
        var right = asSystem.call(() -> check(user, password));
        if (right && user != null && !user.getPassword().startsWith("{" + SlowHash.NAME + "}")) {
            upgrade(userId, password);
        }
        return right && user != null;
    }

    @Override
    public boolean mustClaim(String userId) {
        var standing = accounts.standing(userId);
        return !standing.claimed()
                && !standing.outside()
                && people.decides(userId)
                && !(standing.waived() && waiver.stream().anyMatch(Waiver::holds));
    }

    @Override
    public void checkShape(String userId, String newPassword) {
        var identities = engine.getIdentityService();
        if (!identities
                .checkPasswordAgainstPolicy(newPassword, new UserEntity(userId))
                .isValid()) {
            throw new RuleBroken("newPassword", "weak", SHAPE);
        }
        passwords.requireUncommon(newPassword);
    }

    @Override
    public boolean isProper(String userId, String password) {
        var user = user(userId);
        return user != null
                && engine.getIdentityService()
                        .checkPasswordAgainstPolicy(password, user)
                        .isValid()
                && asSystem.call(() -> !passwords.wasUsedBefore(configuration(), userId, password));
    }

    @Override
    public void check(String userId, String newPassword) {
        var user = user(userId);
        var identities = engine.getIdentityService();
        if (user == null
                || !identities.checkPasswordAgainstPolicy(newPassword, user).isValid()) {
            throw new RuleBroken("newPassword", "weak", SHAPE);
        }
        asSystem.run(() -> passwords.require(configuration(), userId, newPassword));
    }

    @Override
    public void change(String userId, String newPassword) {
        check(userId, newPassword);
        var identities = engine.getIdentityService();
        var before = identities.getCurrentAuthentication();
        identities.setAuthenticatedUserId(userId); // at the door nobody is signed in yet
        try {
            asSystem.run(() -> {
                var user = user(userId);
                if (user != null) {
                    user.setPassword(newPassword);
                    identities.saveUser(user);
                }
            });
        } finally {
            identities.setAuthentication(before);
        }
    }

    private Optional<Known> find(String userId) {
        var last = known.get(userId);
        if (last == null || isOld(last)) {
            last = read(userId);
            if (last == null) {
                known.remove(userId);
            } else {
                if (known.size() > MOST) {
                    known.clear();
                }
                known.put(userId, last);
            }
        }
        return Optional.ofNullable(last);
    }

    private boolean isOld(Known last) {
        return Duration.between(last.at(), clock.instant()).abs().compareTo(cached) >= 0
                || System.nanoTime() - last.nanos() >= cached.toNanos();
    }

    private @Nullable Known read(String userId) {
        if (accounts.standing(userId).disabled() || mustClaim(userId)) {
            return null;
        }
        var nanos = System.nanoTime();
        var login = AuthenticationUtil.createAuthentication(engine, userId);
        if (login == null) {
            return null;
        }
        login.setCacheValidationTime(NEVER); // this class reads anew, not the webapps
        var user = new SignedIn(
                userId, copy(login.getGroupIds()), copy(login.getTenantIds()), Set.copyOf(login.getAuthorizedApps()));
        return new Known(user, login, clock.instant(), nanos);
    }

    /** An unknown account costs the same hash as a known one. */
    private boolean check(@Nullable UserEntity user, String password) {
        var manager = configuration().getPasswordManager();
        if (user == null) {
            var hash = nobodys;
            if (hash == null) {
                hash = manager.encrypt("nobody's");
                nobodys = hash;
            }
            return manager.check(password, hash) && false;
        }
        return manager.check(EncryptionUtil.saltPassword(password, user.getSalt()), user.getPassword());
    }

    /** A hash of an older kind becomes a slow one as soon as its password is seen. */
    private void upgrade(String userId, String password) {
        asSystem.run(() -> {
            var user = user(userId);
            if (user != null) {
                user.setDbPassword(configuration()
                        .getPasswordManager()
                        .encrypt(EncryptionUtil.saltPassword(password, user.getSalt())));
                engine.getIdentityService().saveUser(user);
            }
        });
    }

    private @Nullable UserEntity user(String userId) {
        return asSystem.call(() -> (UserEntity)
                engine.getIdentityService().createUserQuery().userId(userId).singleResult());
    }

    private ProcessEngineConfigurationImpl configuration() {
        return (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    private static List<String> copy(@Nullable List<String> ids) {
        return ids == null ? List.of() : List.copyOf(ids);
    }
}

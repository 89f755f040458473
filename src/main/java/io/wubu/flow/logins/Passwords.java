package io.wubu.flow.logins;

import io.wubu.access.identity.PasswordChanged;
import io.wubu.accounts.Accounts;
import io.wubu.accounts.OldPassword;
import io.wubu.people.People;
import io.wubu.shared.RuleBroken;
import java.util.Optional;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.EncryptionUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The rules a new password has to keep beyond its shape, and what is remembered of it, whichever way it was set. */
@Component
public class Passwords {

    private static final String COMMON = "“新口令”：不得使用常见口令（常用词、键盘顺序、连号等）";
    private static final String OUTSIDE = "“新口令”：本账号由单位目录或统一身份认证核验，口令不在本系统修改";
    private static final String TAKE_OVER = "“账号”：该账号的岗位有决定权，口令只能由本人申请（登录页“忘记口令／首次启用”），经两位管理员确认后生效";
    private static final String USED = "“新口令”：不得与最近用过的口令相同";

    private final Accounts accounts;
    private final People people;
    private final ApplicationEventPublisher events;

    Passwords(Accounts accounts, People people, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.people = people;
        this.events = events;
    }

    /** What is wrong with a new password of an account, beside its shape. */
    public Optional<String> fault(ProcessEngineConfigurationImpl engine, String userId, String password) {
        if (accounts.standing(userId).outside()) {
            return Optional.of(OUTSIDE);
        }
        if (CommonPasswords.contains(password)) {
            return Optional.of(COMMON);
        }
        var used = accounts.lastPasswords(userId).stream().anyMatch(old -> engine.getPasswordManager()
                .check(EncryptionUtil.saltPassword(password, old.salt()), old.hash()));
        return used ? Optional.of(USED) : Optional.empty();
    }

    /** Refuses what everybody thinks of. */
    void requireUncommon(String password) {
        if (CommonPasswords.contains(password)) {
            throw new RuleBroken("newPassword", "weak", COMMON);
        }
    }

    /** Whether a password that is in force was one of the account's before it. */
    boolean wasUsedBefore(ProcessEngineConfigurationImpl engine, String userId, String password) {
        return accounts.lastPasswords(userId).stream().skip(1).anyMatch(old -> engine.getPasswordManager()
                .check(EncryptionUtil.saltPassword(password, old.salt()), old.hash()));
    }

    /** Nobody sets the password of somebody who holds a post; whichever route, whatever grants. */
    public void requireOwn(String userId, @Nullable String by) {
        if (by != null && !by.equals(userId) && !people.postsOf(userId).isEmpty()) {
            throw new RuleBroken("account", "claim", TAKE_OVER);
        }
    }

    /** The same as a refusal. */
    void require(ProcessEngineConfigurationImpl engine, String userId, String password) {
        fault(engine, userId, password).ifPresent(fault -> {
            throw new RuleBroken("newPassword", "weak", fault);
        });
    }

    /** A password was set: by the account itself, by an administrator, or by the application. */
    public void set(UserEntity user, @Nullable String by) {
        accounts.remember(user.getId(), new OldPassword(user.getPassword(), user.getSalt()));
        if (by != null && by.equals(user.getId())) {
            accounts.mustChange(user.getId(), false);
        } else if (by != null) {
            accounts.handed(user.getId());
        }
        events.publishEvent(new PasswordChanged(user.getId(), by == null ? "system" : by));
    }
}

package io.wubu.flow.directory;

import io.wubu.accounts.Accounts;
import io.wubu.accounts.SetupToken;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.regions.Region;
import io.wubu.shared.RuleBroken;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the first accounts of an empty system, the three administrators (三员), for whoever reads the log of its start: it tells
 * a token that works once. There is no default account.
 */
@Component
public class FirstAdministrators {

    /** Who the system can't do without. */
    public static final List<Role> ROLES = List.of(Role.MINISTRY_ADMIN, Role.SECURITY_ADMIN, Role.AUDITOR);

    private static final Logger LOG = LoggerFactory.getLogger(FirstAdministrators.class);
    private static final String BY = "setup";

    private final SetupToken token;
    private final People people;
    private final AccountKeeping keeping;
    private final Accounts accounts;

    FirstAdministrators(SetupToken token, People people, AccountKeeping keeping, Accounts accounts) {
        this.token = token;
        this.people = people;
        this.keeping = keeping;
        this.accounts = accounts;
    }

    /** An administrator to be. */
    public record Wish(String account, String name) {}

    /** After a sample had its chance. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(300)
    void invite() {
        if (people.none()) {
            token.make()
                    .ifPresent(text -> LOG.warn(
                            "系统还没有账号。打开 /desk/setup.html，用一次性令牌建立三员账号（重启后以最后一次显示的为准）：{}"
                                    + " (no account yet: the one-time set-up token)",
                            text));
        }
    }

    /** Whether somebody may still set the system up. */
    public boolean isAwaited() {
        return token.isWaiting() && people.none();
    }

    /** Makes the three accounts, all or none; their first passwords by role, told this once. */
    @Transactional
    public Map<Role, String> make(String text, Map<Role, Wish> wishes) {
        if (!isAwaited() || !token.use(text)) {
            throw new RuleBroken("token", "wrong", "“初始化令牌”：不正确或已用过，请从最近一次启动的日志中取");
        }
        var names = new HashSet<String>();
        var passwords = new EnumMap<Role, String>(Role.class);
        for (var role : ROLES) {
            var wish = wishes.get(role);
            if (wish == null || !names.add(wish.account())) {
                throw new RuleBroken("account", "apart", "“账号”：三员须各有一个账号，互不相同");
            }
            passwords.put(role, keeping.open(wish.account(), wish.name(), BY));
            keeping.give(new Person(wish.account(), role.chinese(), role, Region.MINISTRY, null), BY);
            accounts.foundedBySetup(wish.account());
        }
        return passwords;
    }
}

package io.wubu.flow.directory;

import io.wubu.accounts.Accounts;
import io.wubu.people.People;
import io.wubu.people.Role;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Turns;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** 三员: of each of the three there is always one who is enabled, whoever is switched off or loses a post. */
@Component
class LastOfThree {

    private final Accounts accounts;
    private final People people;
    private final Turns turns;

    LastOfThree(Accounts accounts, People people, Turns turns) {
        this.accounts = accounts;
        this.people = people;
        this.turns = turns;
    }

    /** Refuses to go on without an account in any of its posts. */
    void requireWithout(String account) {
        requireWithout(
                account,
                people.postsOf(account).stream().map(post -> post.role()).toList());
    }

    /** Refuses to go on without an account in these posts. */
    void requireWithout(String account, Collection<Role> roles) {
        for (var role : roles) {
            if (role.isAdministrator()) {
                turns.take("last of three");
                if (!isAnother(role, account)) {
                    throw new RuleBroken(
                            "account",
                            "last",
                            "“账号”：" + account + " 是唯一在用的" + role.chinese() + "；须先另有一名在用的" + role.chinese());
                }
            }
        }
    }

    private boolean isAnother(Role role, String account) {
        return people.holding(role).stream()
                .anyMatch(other ->
                        !other.equals(account) && !accounts.standing(other).disabled());
    }
}

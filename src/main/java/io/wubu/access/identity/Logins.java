package io.wubu.access.identity;

import java.util.Optional;

/** What the directory of accounts answers at the door. */
public interface Logins {

    /** An account with its posts and rights, at most a minute old; empty if there is none, or it is disabled. */
    Optional<SignedIn> known(String userId);

    /** Whether anybody can sign in as that at all: it is there and not disabled. Takes the same time for either answer. */
    boolean isOpen(String userId);

    /** Reads an account anew the next time. */
    void forget(String userId);

    /** Whether that is the account's password. Takes the same time for accounts that aren't there. */
    boolean matches(String userId, String password);

    /** Whether the account holds a post that decides and its owner has not set the password himself: nobody gets in. */
    boolean mustClaim(String userId);

    /** Refuses a password no account may have, whoever it is for, with {@link io.wubu.shared.RuleBroken}. */
    void checkShape(String userId, String newPassword);

    /** Whether a password that came by a claim also keeps the rules about its account: its name, its former passwords. */
    boolean isProper(String userId, String password);

    /** Refuses a new password that breaks a rule, with {@link io.wubu.shared.RuleBroken}. */
    void check(String userId, String newPassword);

    /** Sets a password the account has chosen itself, if it keeps the rules. */
    void change(String userId, String newPassword);
}

package io.wubu.access.doors;

import io.wubu.access.guessing.SignInLocks;
import org.jspecify.annotations.Nullable;

/**
 * What somebody brings to sign in.
 *
 * @param code of his second factor
 * @param newPassword instead of one that was handed out to him
 * @param told that he has read what was done to his account
 */
public record Attempt(
        String account, String password, @Nullable String code, @Nullable String newPassword, boolean told) {

    Attempt(String account, String password, @Nullable String code, @Nullable String newPassword) {
        this(account, password, code, newPassword, false);
    }

    private static final int LONGEST_ACCOUNT = 64;
    private static final int LONGEST_PASSWORD = 256;

    /** Nothing that any account could answer to. */
    boolean isAbsurd() {
        return account.isEmpty()
                || account.length() > LONGEST_ACCOUNT
                || password.length() > LONGEST_PASSWORD
                || SignInLocks.NO_TEXT
                        .matcher(account + password + code + newPassword)
                        .find();
    }

    @Override
    public String toString() {
        return "Attempt[" + account + "]";
    }
}

package io.wubu.access;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody brings to sign in.
 *
 * @param code of his second factor
 * @param newPassword instead of one that was handed out to him
 * @param told that he has read what was done to his account
 */
record Attempt(String account, String password, @Nullable String code, @Nullable String newPassword, boolean told) {

    Attempt(String account, String password, @Nullable String code, @Nullable String newPassword) {
        this(account, password, code, newPassword, false);
    }

    /** What no text holds: NUL, and halves of pairs. */
    static final Pattern NO_TEXT = Pattern.compile("[\\x00\\p{Cs}]");

    private static final int LONGEST_ACCOUNT = 64;
    private static final int LONGEST_PASSWORD = 256;

    /** Nothing that any account could answer to. */
    boolean isAbsurd() {
        return account.isEmpty()
                || account.length() > LONGEST_ACCOUNT
                || password.length() > LONGEST_PASSWORD
                || NO_TEXT.matcher(account + password + code + newPassword).find();
    }

    @Override
    public String toString() {
        return "Attempt[" + account + "]";
    }
}

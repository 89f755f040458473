package io.wubu.accounts;

import java.time.Instant;

/** The application on somebody's telephone. */
public final class Telephone {

    private Telephone() {}

    /** The code it shows now for a secret. */
    public static String codeNow(String secret) {
        return Totp.code(secret, Totp.step(Instant.now()));
    }
}

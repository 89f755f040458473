package io.wubu.flow.directory;

import java.security.SecureRandom;

/** A password that is told once: of all four classes, in signs that can't be taken for one another. */
final class FirstPassword {

    private static final String SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private FirstPassword() {}

    static String any() {
        var password = new StringBuilder("Aa2-");
        while (password.length() < LENGTH) {
            password.append(SIGNS.charAt(RANDOM.nextInt(SIGNS.length())));
        }
        return password.toString();
    }
}

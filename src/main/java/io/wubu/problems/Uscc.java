package io.wubu.problems;

/** 统一社会信用代码: eighteen signs, the last one checks the others (GB 32100-2015). */
public final class Uscc {

    /** The signs in the order of their values; I, O, S, V and Z are not used. */
    private static final String SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int LENGTH = 18;

    /** Each weight is the power of three of its place, modulo 31. */
    private static final int BASE = 3;

    private Uscc() {}

    /** Whether a code has the right length, uses the right signs and ends with its check sign. */
    public static boolean isValid(String code) {
        if (code.length() != LENGTH || code.chars().anyMatch(sign -> SIGNS.indexOf(sign) < 0)) {
            return false;
        }
        var sum = 0;
        var weight = 1;
        for (var place = 0; place < LENGTH - 1; place++) {
            sum += SIGNS.indexOf(code.charAt(place)) * weight;
            weight = weight * BASE % SIGNS.length();
        }
        var check = (SIGNS.length() - sum % SIGNS.length()) % SIGNS.length();
        return SIGNS.charAt(check) == code.charAt(LENGTH - 1);
    }
}

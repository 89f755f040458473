package io.wubu.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes a text from outside fit for a row: one line, nothing a terminal would obey, not longer than it needs to be. */
final class Plain {

    /** Control characters (ANSI sequences begin with one), line and paragraph separators, turners of direction. */
    private static final Pattern HARMFUL =
            Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029\\u200B-\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final Pattern LONE = Pattern.compile("[\\uD800-\\uDFFF]");

    private Plain() {}

    /** The text in one line of at most so many characters; nothing stays nothing. */
    static @Nullable String text(@Nullable String given, int most) {
        if (given == null) {
            return null;
        }
        var shortened = given.length() > most ? given.substring(0, most - 1) + "…" : given;
        var plain = HARMFUL.matcher(shortened).replaceAll("·");
        // half of a pair would be no UTF-8; whole pairs are one code point to the pattern and stay
        return LONE.matcher(plain).replaceAll("·");
    }
}

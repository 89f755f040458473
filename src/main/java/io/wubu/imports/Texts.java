package io.wubu.imports;

import java.util.regex.Pattern;

/** Takes off what can't be seen at the ends of a cell, and knows the signs no cell may hold. */
final class Texts {

    private static final String UNSEEN = "[\\s\\u00A0\\u3000\\uFEFF\\u200B-\\u200F\\u2060]+";
    private static final Pattern ENDS = Pattern.compile("^" + UNSEEN + "|" + UNSEEN + "$");

    /** Control signs but tab and line ends, and the signs that turn the direction of writing. */
    private static final Pattern FORBIDDEN =
            Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]|[\\u202A-\\u202E\\u2066-\\u2069]");

    private Texts() {}

    static String cleaned(String text) {
        return ENDS.matcher(text).replaceAll("");
    }

    static boolean hasForbiddenSigns(String text) {
        return FORBIDDEN.matcher(text).find();
    }

    /** Whether a spreadsheet would take the text for a formula. */
    static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@＝＋－＠".indexOf(text.charAt(0)) >= 0;
    }

    /** The number of signs as a person counts them. */
    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** The beginning of a text, for messages. */
    static String shortened(String text) {
        return length(text) <= 30 ? text : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
    }
}

package io.wubu.imports.files;

import java.util.regex.Pattern;

/** Takes off what can't be seen at the ends of a cell, and knows the signs no cell may hold. */
public final class Texts {

    /** Signs without width and the non-breaking space; other white space is known to Java. */
    private static final String UNSEEN = "\u00A0\uFEFF\u200B\u200C\u200D\u200E\u200F\u2060";

    /** Signs that turn the direction of writing, so that a text reads differently from what it is. */
    private static final String TURNING = "\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069";

    /** Controls, what is not seen, halves of pairs (no UTF-8), ends of lines. */
    private static final Pattern UNWRITTEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]");

    private Texts() {}

    static String cleaned(String text) {
        var start = 0;
        var end = text.length();
        while (start < end && isUnseen(text.charAt(start))) {
            start++;
        }
        while (end > start && isUnseen(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    public static boolean hasForbiddenSigns(String text) {
        for (var index = 0; index < text.length(); index++) {
            var sign = text.charAt(index);
            var isLayout = sign == '\t' || sign == '\r' || sign == '\n';
            if (Character.isISOControl(sign) && !isLayout || TURNING.indexOf(sign) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a spreadsheet would take the text for a formula. */
    public static boolean isFormula(String text) {
        return !text.isEmpty() && "=+-@＝＋－＠".indexOf(text.charAt(0)) >= 0;
    }

    /** The number of signs as a person counts them. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** A file's name as it is kept: without folders, without signs that are not seen or that turn the writing. */
    public static String fileName(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        return UNWRITTEN.matcher(shortened(cleaned(last))).replaceAll("_");
    }

    /** The beginning of a text, for messages. */
    public static String shortened(String text) {
        return length(text) <= 30 ? text : text.substring(0, text.offsetByCodePoints(0, 30)) + "…";
    }

    private static boolean isUnseen(char sign) {
        return Character.isWhitespace(sign) || UNSEEN.indexOf(sign) >= 0;
    }
}

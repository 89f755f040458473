package io.wubu.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a text anybody hands in must not hold, whatever it is for: signs no database keeps, signs nobody sees, and signs that
 * make it read differently from what it is.
 */
public final class Legible {

    /** Controls but tabs and ends of lines, halves of pairs, what is no character at all. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}&&[^\\n\\r\\t]]|[\\p{Cs}\\uFFFE\\uFFFF]");

    /** Turners of the direction of writing. */
    private static final Pattern TURNING = Pattern.compile("[\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern LAYOUT = Pattern.compile("[\\n\\r\\t\\u2028\\u2029]");

    /** White space of any kind, signs without width, fillers that are drawn empty. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\s\\p{Z}\\p{Cf}\\u115F\\u1160\\u2800\\u3164\\uFFA0\\uFE00-\\uFE0F\\u034F]");

    private Legible() {}

    /** What is wrong with a text that may have several lines: the end of a sentence that begins with the field's name. */
    public static Optional<String> fault(String text) {
        if (UNFIT.matcher(text).find()) {
            return Optional.of("含有不能使用的控制字符");
        }
        if (TURNING.matcher(text).find()) {
            return Optional.of("含有改变书写方向的控制字符");
        }
        return !text.isBlank() && seen(text) == 0 ? Optional.of("只有看不见的字符") : Optional.empty();
    }

    /** The same for one line: a name, a title, a source. */
    public static Optional<String> faultOfLine(String text) {
        return fault(text).or(() -> LAYOUT.matcher(text.strip()).find() ? Optional.of("不能换行或带制表符") : Optional.empty());
    }

    /** How many signs of a text can be seen. */
    public static int seen(String text) {
        var rest = UNSEEN.matcher(text).replaceAll("");
        return rest.codePointCount(0, rest.length());
    }
}

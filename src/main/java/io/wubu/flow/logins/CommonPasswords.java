package io.wubu.flow.logins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;

/**
 * Passwords everybody thinks of: known words (common-passwords.txt, also written with 0 for o or @ for a), rows of keys,
 * counting and repeating. What is left beside them must be long enough to be guessed at.
 */
final class CommonPasswords {

    private static final int LEFT = 6;
    private static final int RUN = 3;
    private static final String DISGUISED = "@401!3$57";
    private static final String MEANT = "aaoiiesst";

    private static final List<String> WORDS = read();

    private CommonPasswords() {}

    /** Whether hardly anything but common parts is in it. */
    static boolean contains(String password) {
        var common = new BitSet(password.length());
        var plain = password.toLowerCase(Locale.ROOT);
        for (var spelling : List.of(plain, undisguised(plain))) {
            for (var word : WORDS) {
                for (var at = spelling.indexOf(word); at >= 0; at = spelling.indexOf(word, at + 1)) {
                    common.set(at, at + word.length());
                }
            }
        }
        markRuns(plain, common);
        return password.length() - common.cardinality() < LEFT;
    }

    /** 1234, dcba, aaaa. */
    private static void markRuns(String text, BitSet common) {
        for (var step = -1; step <= 1; step++) {
            var begin = 0;
            for (var i = 1; i <= text.length(); i++) {
                if (i == text.length() || text.charAt(i) - text.charAt(i - 1) != step) {
                    if (i - begin >= RUN) {
                        common.set(begin, i);
                    }
                    begin = i;
                }
            }
        }
    }

    private static String undisguised(String text) {
        var plain = new StringBuilder();
        for (var sign : text.toCharArray()) {
            var at = DISGUISED.indexOf(sign);
            plain.append(at < 0 ? sign : MEANT.charAt(at));
        }
        return plain.toString();
    }

    private static List<String> read() {
        try {
            return new ClassPathResource("common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.wubu.imports;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A place on the map, WGS-84 degrees. */
record Point(BigDecimal lon, BigDecimal lat) {

    private static final Pattern PAIR =
            Pattern.compile("(\\d{2,3}(?:\\.\\d{1,10})?)\\s*[,，、;；\\s]\\s*(\\d{1,2}(?:\\.\\d{1,10})?)");

    /** The place a text like {@code 114.49,36.61} means; null if it means none. */
    static @Nullable Point read(String text) {
        var pair = PAIR.matcher(text);
        if (!pair.matches()) {
            return null;
        }
        return new Point(new BigDecimal(pair.group(1)), new BigDecimal(pair.group(2)));
    }
}

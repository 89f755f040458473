package io.wubu.problems;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the record says of a new finding, and where it differs from what was known of its site. */
final class Described {

    private Described() {}

    static Map<String, Object> of(Finding finding, Sites.@Nullable Known known) {
        var written = new LinkedHashMap<String, Object>();
        written.put("点位", finding.siteName());
        put(written, "位置", finding.place());
        put(written, "统一社会信用代码", finding.uscc());
        put(written, "经纬度", place(finding.lon(), finding.lat()));
        if (known != null) {
            compare(written, finding, known);
        }
        written.put("问题类型", finding.problemType());
        written.put("问题描述", finding.description());
        written.put("发现日期", finding.foundOn().toString());
        put(written, "处理情况", finding.handling());
        return written;
    }

    private static void compare(Map<String, Object> written, Finding finding, Sites.Known known) {
        var now = place(finding.lon(), finding.lat());
        var before = place(known.lon(), known.lat());
        if (now != null && !now.equals(before)) {
            put(written, "点位原记经纬度", before);
        }
        if (finding.uscc() != null && !finding.uscc().equals(known.uscc())) {
            put(written, "点位原记代码", known.uscc());
        }
    }

    private static void put(Map<String, Object> written, String label, @Nullable String text) {
        if (text != null) {
            written.put(label, text);
        }
    }

    private static @Nullable String place(@Nullable BigDecimal lon, @Nullable BigDecimal lat) {
        return lon == null || lat == null ? null : plain(lon) + "," + plain(lat);
    }

    /** As the ledger keeps it: to the sixth place, about a hand's breadth. */
    private static String plain(BigDecimal degrees) {
        return degrees.setScale(6, java.math.RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}

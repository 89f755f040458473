package io.wubu.sources;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the register.
 *
 * @param number 文号; empty where it has none or it is not verified
 * @param article empty where it is not verified
 * @param validFrom as far as it is known: a day, a month or a year; empty for what has no date
 * @param validUntil the last day, the same; empty while it is in force
 * @param successor what took its place
 * @param reason why a default is what it is
 * @param verified how the row was checked
 */
public record SourceEntry(
        String key,
        String title,
        String number,
        String issuer,
        String article,
        SourceKind kind,
        Force force,
        String validFrom,
        String validUntil,
        @Nullable String successor,
        String reason,
        String verified) {

    /** Whether it has days on which it was in force; a default has none. */
    public boolean isDated() {
        return !validFrom.isEmpty() || !validUntil.isEmpty();
    }

    /** Whether it was in force on that day; what is known by month or year only counts the whole of it. */
    public boolean isInForce(LocalDate day) {
        var written = day.toString();
        var begun = validFrom.isEmpty() || written.compareTo(validFrom) >= 0;
        return begun && (validUntil.isEmpty() || written.compareTo(validUntil + "~") < 0);
    }

    /** How it is cited: 《…》（文号）第…条, or 默认值 with its reason. */
    public String cited() {
        if (kind == SourceKind.DEFAULT) {
            return "默认值：" + title + "（" + reason + "）";
        }
        return "《" + title + "》" + (number.isEmpty() ? "" : "（" + number + "）")
                + (article.isEmpty() ? "（条款待核实）" : article);
    }
}

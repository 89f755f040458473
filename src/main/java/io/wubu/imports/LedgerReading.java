package io.wubu.imports;

import io.wubu.imports.files.BadFile;
import io.wubu.imports.files.RawRow;
import io.wubu.imports.files.Refusal;
import io.wubu.imports.files.RowSource;
import io.wubu.problems.FindingRules;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One reading of a ledger: finds the heading, skips blank rows, checks the others and hands on the good ones. */
class LedgerReading implements RowSource.Sink {

    /** 默认值. */
    static final int MOST_ROWS = 50_000;

    /** Titles may stand above the heading, but not many. */
    private static final int MOST_TITLES = 5;

    private final RegionFinder finder;
    private final FindingRules rules;
    private final String scope;
    private final Consumer<LedgerRow> good;
    private final List<Refusal> refusals = new ArrayList<>();
    private final BitSet refused = new BitSet();
    private @Nullable Heading heading;
    private @Nullable RowCheck check;
    private @Nullable RawRow title;
    private int titles;
    private int rows;

    LedgerReading(RegionFinder finder, FindingRules rules, String scope, Consumer<LedgerRow> good) {
        this.finder = finder;
        this.rules = rules;
        this.scope = scope;
        this.good = good;
    }

    @Override
    public boolean take(RawRow row) {
        if (row.isBlank()) {
            return true;
        }
        if (check == null) {
            return takeHeading(row);
        }
        rows++;
        if (rows > MOST_ROWS) {
            throw new BadFile("rows", row.number(), "台账超过 %,d 行，请分批导入".formatted(MOST_ROWS), null);
        }
        var made = check.check(row);
        if (made == null) {
            refused.set(row.number());
        } else {
            good.accept(made);
        }
        return true;
    }

    /** What the reading found. */
    LedgerCheck result(String fingerprint, @Nullable BadFile fault) {
        if (fault != null) {
            refusals.add(fault.refusal());
        } else if (heading == null && title != null) {
            open(title);
        }
        if (fault == null && heading != null && heading.refusals().isEmpty() && rows == 0) {
            refusals.add(new Refusal(0, "文件", "file.empty", "表头之下没有数据行"));
        }
        if (fault == null && heading == null) {
            refusals.add(new Refusal(0, "文件", "file.empty", "文件中没有内容"));
        }
        var usable = fault == null && check != null && rows > 0;
        var ignored = heading == null ? List.<String>of() : heading.ignored();
        return new LedgerCheck(fingerprint, usable, rows, List.copyOf(refusals), List.copyOf(ignored), refused);
    }

    private boolean takeHeading(RawRow row) {
        if (Heading.isHeading(row)) {
            return open(row);
        }
        title = title == null ? row : title;
        titles++;
        return titles < MOST_TITLES;
    }

    /** Whether the columns are there, so that rows can be read. */
    private boolean open(RawRow row) {
        var opened = new Heading(row);
        heading = opened;
        refusals.addAll(opened.refusals());
        if (opened.refusals().isEmpty()) {
            check = new RowCheck(finder, rules, scope, opened, refusals);
            return true;
        }
        return false;
    }
}

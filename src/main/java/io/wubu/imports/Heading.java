package io.wubu.imports;

import io.wubu.imports.files.RawRow;
import io.wubu.imports.files.Refusal;
import io.wubu.imports.files.Texts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The heading of a ledger: which column stands where, which are missing, twice there or not read. */
class Heading {

    private final Map<LedgerColumn, Integer> places = new EnumMap<>(LedgerColumn.class);
    private final List<String> ignored = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final int width;

    Heading(RawRow row) {
        width = row.cells().size();
        for (var index = 0; index < width; index++) {
            place(row, index);
        }
        for (var column : LedgerColumn.values()) {
            if (column.isRequired() && !places.containsKey(column)) {
                refuse(row, column, "column.missing", "缺少必需的列“" + column.chinese() + "”");
            }
        }
    }

    /** Whether a row looks like a heading; titles above it do not. */
    static boolean isHeading(RawRow row) {
        return row.cells().stream()
                        .filter(cell -> LedgerColumn.headed(cell.text()).isPresent())
                        .count()
                >= 2;
    }

    boolean has(LedgerColumn column) {
        return places.containsKey(column);
    }

    RawRow.Cell cell(RawRow row, LedgerColumn column) {
        var place = places.get(column);
        return place == null ? RawRow.Cell.EMPTY : row.cell(place);
    }

    /** Whether a row has something written to the right of the last column. */
    boolean isExceeded(RawRow row) {
        return row.cells().stream().skip(width).anyMatch(cell -> !cell.text().isEmpty());
    }

    List<String> ignored() {
        return ignored;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    private void place(RawRow row, int index) {
        var text = row.cell(index).text();
        var column = LedgerColumn.headed(text);
        if (column.isEmpty() && !text.isEmpty()) {
            ignored.add(Texts.shortened(text));
        }
        if (column.isPresent() && places.putIfAbsent(column.get(), index) != null) {
            refuse(row, column.get(), "column.twice", "列“" + column.get().chinese() + "”出现了两次");
        }
    }

    private void refuse(RawRow row, LedgerColumn column, String code, String message) {
        refusals.add(new Refusal(row.number(), column.chinese(), code, message));
    }
}

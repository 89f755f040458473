package io.wubu.imports.files;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row as the file holds it.
 *
 * @param number the line of the file, the heading included
 */
public record RawRow(int number, List<Cell> cells) {

    /** A cell: its text, a date where the workbook says it is one, and whether the workbook computes it. */
    public record Cell(String text, @Nullable LocalDate date, boolean computed) {

        public static final Cell EMPTY = new Cell("", null, false);

        static Cell of(String text) {
            return new Cell(text, null, false);
        }
    }

    public Cell cell(int index) {
        return index < cells.size() ? cells.get(index) : Cell.EMPTY;
    }

    public boolean isBlank() {
        return cells.stream().allMatch(cell -> cell.text().isEmpty() && !cell.computed());
    }
}

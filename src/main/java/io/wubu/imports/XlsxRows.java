package io.wubu.imports;

import io.wubu.imports.RawRow.Cell;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/** The first sheet of an Excel workbook, read as a stream. */
class XlsxRows implements RowSource {

    private static final ReadingOptions OPTIONS = new ReadingOptions(true, true);

    /** Columns further right are never part of a ledger. */
    private static final int MOST_COLUMNS = 200;

    private final Path file;

    XlsxRows(Path file) {
        this.file = file;
    }

    @Override
    public void read(Sink sink) throws IOException {
        try (var workbook = open();
                var rows = workbook.getFirstSheet().openStream()) {
            var each = rows.iterator();
            var row = next(each);
            while (row != null && sink.take(row)) {
                row = next(each);
            }
        }
    }

    private ReadableWorkbook open() throws IOException {
        try {
            return new ReadableWorkbook(file.toFile(), OPTIONS);
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    /** What the reader throws at a damaged file is of many kinds; none of them is a fault of ours. */
    private static @Nullable RawRow next(Iterator<Row> rows) {
        try {
            return rows.hasNext() ? row(rows.next()) : null;
        } catch (RuntimeException e) {
            throw damaged(e);
        }
    }

    private static BadFile damaged(RuntimeException cause) {
        return new BadFile("file.damaged", 0, "工作簿已损坏或没有工作表，无法读取", cause);
    }

    private static RawRow row(Row row) {
        var cells = new ArrayList<Cell>();
        for (var index = 0; index < Math.min(row.getCellCount(), MOST_COLUMNS); index++) {
            cells.add(cell(row.getCell(index)));
        }
        return new RawRow(row.getRowNum(), cells);
    }

    private static Cell cell(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return Cell.EMPTY;
        }
        if (cell.getType() == CellType.FORMULA || cell.getFormula() != null) {
            return new Cell(Texts.cleaned(String.valueOf(cell.getFormula())), null, true);
        }
        var text = Texts.cleaned(cell.getText());
        return new Cell(text, cell.getType() == CellType.NUMBER ? date(cell) : null, false);
    }

    private static @Nullable LocalDate date(org.dhatim.fastexcel.reader.Cell cell) {
        var format = cell.getDataFormatString();
        if (format == null || !format.replaceAll("\\[[^\\]]*\\]|\"[^\"]*\"", "").matches("(?i).*[yd年日].*")) {
            return null;
        }
        return cell.asDate().toLocalDate();
    }
}

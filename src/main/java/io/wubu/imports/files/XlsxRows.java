package io.wubu.imports.files;

import io.wubu.imports.files.RawRow.Cell;
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
    public void read(Sink sink) {
        var workbook = whole(() -> new ReadableWorkbook(file.toFile(), OPTIONS));
        try {
            read(workbook, sink);
        } finally {
            whole(() -> {
                workbook.close();
                return true;
            });
        }
    }

    private static void read(ReadableWorkbook workbook, Sink sink) {
        var rows = whole(() -> workbook.getFirstSheet().openStream());
        var each = whole(rows::iterator);
        var row = next(each);
        while (row != null && sink.take(row)) {
            row = next(each);
        }
        whole(() -> {
            rows.close();
            return true;
        });
    }

    private static @Nullable RawRow next(Iterator<Row> rows) {
        return whole(rows::hasNext) ? whole(() -> row(rows.next())) : null;
    }

    /** Something of the reader's, who throws at a damaged file whatever he comes upon; none of it is a fault of ours. */
    private static <T> T whole(Part<T> part) {
        try {
            return part.read();
        } catch (IOException | RuntimeException e) {
            throw new BadFile("file.damaged", 0, "工作簿已损坏或没有工作表，无法读取", e);
        }
    }

    /** Reads a part of the file. */
    private interface Part<T> {
        T read() throws IOException;
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

package io.wubu.imports.files;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A comma separated ledger in UTF-8, with or without byte order mark. */
class CsvRows implements RowSource {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(false).get();

    /** 默认值. */
    private static final int MOST_COLUMNS = 200;

    private final Path file;

    CsvRows(Path file) {
        this.file = file;
    }

    @Override
    public void read(Sink sink) throws IOException {
        try (var parser = FORMAT.parse(reader())) {
            var records = parser.iterator();
            var more = true;
            while (more) {
                var line = Math.toIntExact(parser.getCurrentLineNumber() + 1);
                more = hasNext(records, parser, line) && sink.take(row(line, records.next()));
            }
        }
    }

    private Reader reader() throws IOException {
        var reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return reader;
    }

    private static boolean hasNext(Iterator<CSVRecord> records, CSVParser parser, int line) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException e) {
            var message = "第 %d 行附近引号不配对，无法分列；含引号的内容应写成 \"\"".formatted(Math.max(line, parser.getCurrentLineNumber()));
            throw new BadFile("file.quotes", line, message, e);
        }
    }

    private static RawRow row(int line, CSVRecord read) {
        if (read.size() > MOST_COLUMNS) {
            throw new BadFile("columns", line, "第 %d 行超过 %d 列，台账没有这么多列".formatted(line, MOST_COLUMNS), null);
        }
        var cells = new ArrayList<RawRow.Cell>(read.size());
        read.forEach(text -> cells.add(RawRow.Cell.of(Texts.cleaned(text))));
        return new RawRow(line, cells);
    }
}

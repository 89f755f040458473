package io.wubu.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.apache.tika.Tika;
import org.apache.tika.metadata.Metadata;

/** Decides by content, never by name, what a ledger file is; names the kinds that are refused. */
final class LedgerFile {

    /** 默认值: a ledger of 50,000 rows fits well. */
    static final long LARGEST = 20L * 1024 * 1024;

    private static final String ADVICE = "，请另存为 UTF-8 编码的 CSV 或 .xlsx 工作簿后再导入";
    private static final Set<String> TEXT = Set.of("text/plain", "text/csv", "application/octet-stream");
    private static final Tika TIKA = new Tika();

    private LedgerFile() {}

    /** The rows of a ledger; {@link BadFile} says why a file is no ledger. */
    static RowSource open(Path file) throws IOException {
        var size = Files.size(file);
        if (size == 0) {
            throw new BadFile("file.empty", "文件是空的");
        }
        if (size > LARGEST) {
            throw new BadFile("file.size", "文件超过 20 MB，请分批导入");
        }
        var kind = kind(file);
        if (kind.equals("application/zip") || kind.contains("ooxml") || kind.contains("spreadsheetml")) {
            ZipGuard.check(file);
            return new XlsxRows(file);
        }
        if (kind.contains("msoffice") || kind.equals("application/vnd.ms-excel") || kind.contains("ole")) {
            throw new BadFile("file.xls", "文件是旧版 Excel 工作簿（.xls）或加密的工作簿" + ADVICE);
        }
        if (!TEXT.contains(kind)) {
            throw new BadFile("file.kind", "文件内容不是台账（识别为 " + kind + "）" + ADVICE);
        }
        Utf8.check(file);
        return new CsvRows(file);
    }

    private static String kind(Path file) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return TIKA.detect(content, new Metadata());
        }
    }
}

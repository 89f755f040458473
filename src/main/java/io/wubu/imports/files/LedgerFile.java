package io.wubu.imports.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.apache.tika.metadata.Metadata;

/**
 * Decides by content what a ledger file is and names the kinds that are refused. The name decides nothing, but a name that
 * says something else is refused as well: whoever checked the file by its name saw another one.
 */
public final class LedgerFile {

    /** 默认值: a ledger of 50,000 rows fits well. */
    static final long LARGEST = 20L * 1024 * 1024;

    private static final String ADVICE = "，请另存为 UTF-8 编码的 CSV 或 .xlsx 工作簿后再导入";
    private static final Set<String> TEXT = Set.of("text/plain", "text/csv", "application/octet-stream");
    private static final Pattern WORKBOOK_NAME = Pattern.compile("(?is).*\\.xls.?");
    private static final Pattern CSV_NAME = Pattern.compile("(?is).*\\.(csv|txt)");
    private static final Tika TIKA = new Tika();

    private LedgerFile() {}

    /**
     * The rows of a ledger; {@link BadFile} says why a file is no ledger.
     *
     * @param name what the sender calls it
     */
    public static RowSource open(Path file, String name) throws IOException {
        var size = Files.size(file);
        if (size == 0) {
            throw new BadFile("file.empty", "文件是空的");
        }
        if (size > LARGEST) {
            throw new BadFile("file.size", "文件超过 20 MB，请分批导入");
        }
        var kind = kind(file);
        if (kind.equals("application/zip") || kind.contains("ooxml") || kind.contains("spreadsheetml")) {
            refuseOtherName(name, CSV_NAME, "文件名是文本（CSV），内容却是 Excel 工作簿");
            ZipGuard.check(file);
            return new XlsxRows(file);
        }
        if (kind.contains("msoffice") || kind.equals("application/vnd.ms-excel") || kind.contains("ole")) {
            throw OleFile.holds(file, "EncryptedPackage")
                    ? new BadFile("file.encrypted", "工作簿设有打开密码（已加密），无法读取，请去掉密码" + ADVICE)
                    : new BadFile("file.xls", "文件是旧版 Excel 工作簿（.xls）" + ADVICE);
        }
        if (!TEXT.contains(kind)) {
            throw new BadFile("file.kind", "文件内容不是台账（识别为 " + kind + "）" + ADVICE);
        }
        refuseOtherName(name, WORKBOOK_NAME, "文件名是 Excel 工作簿，内容却是文本（CSV）");
        Utf8.check(file);
        return new CsvRows(file);
    }

    private static void refuseOtherName(String name, Pattern other, String what) {
        if (other.matcher(name).matches()) {
            throw new BadFile("file.name", what + "，请改正文件名" + ADVICE);
        }
    }

    private static String kind(Path file) throws IOException {
        try (InputStream content = new BufferedInputStream(Files.newInputStream(file))) {
            return TIKA.detect(content, new Metadata());
        }
    }
}

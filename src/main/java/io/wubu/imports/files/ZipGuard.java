package io.wubu.imports.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.Locale;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Inflates a workbook once, counting, before anything reads it: what it says of its own size is not believed. It is opened
 * by the library the reader opens it with, so that both see the same parts.
 */
final class ZipGuard {

    /** 默认值. */
    private static final int MOST_ENTRIES = 500;

    /** 默认值: five times the largest file. */
    private static final long LARGEST_CONTENT = 100L * 1024 * 1024;

    private ZipGuard() {}

    static void check(Path file) throws IOException {
        try (var zip = ZipFile.builder().setPath(file).get()) {
            if (zip.getEntry("xl/workbook.xml") == null || zip.getEntry("[Content_Types].xml") == null) {
                throw new BadFile("file.kind", "文件是压缩包，但不是 .xlsx 工作簿，请导入 UTF-8 编码的 CSV 或 .xlsx");
            }
            var entries = Collections.list(zip.getEntries());
            if (entries.size() > MOST_ENTRIES) {
                throw new BadFile("file.bomb", "工作簿内含部件过多（至多 " + MOST_ENTRIES + " 个），不能导入");
            }
            var names = new HashSet<String>();
            var left = LARGEST_CONTENT;
            for (var entry : entries) {
                checkEntry(entry, names);
                left -= inflated(zip, entry, left);
            }
        } catch (BadFile e) {
            throw e;
        } catch (IOException | RuntimeException e) { // of many kinds, none of them a fault of ours
            throw new BadFile("file.damaged", 0, "工作簿已损坏，无法打开", e);
        }
    }

    /** Two parts of one name: which of them is read depends on the reader. */
    private static void checkEntry(ZipArchiveEntry entry, HashSet<String> names) {
        var name = entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
        if (!names.add(name.startsWith("/") ? name.substring(1) : name)) {
            throw new BadFile("file.twice", "工作簿内有重名的部件，不能导入");
        }
        if (name.endsWith("vbaproject.bin")) {
            throw new BadFile("file.macro", PartGuard.MACRO);
        }
        var method = entry.getMethod();
        if (method != ZipEntry.STORED && method != ZipEntry.DEFLATED
                || entry.getGeneralPurposeBit().usesEncryption()) {
            throw new BadFile("file.damaged", "工作簿的压缩方式不是 .xlsx 所用的，或已加密，无法打开");
        }
    }

    private static long inflated(ZipFile zip, ZipArchiveEntry entry, long left) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            var counted = new CountedPart(content, entry.getCompressedSize(), left);
            PartGuard.check(entry.getName(), counted);
            counted.transferTo(OutputStream.nullOutputStream());
            return counted.size();
        }
    }
}

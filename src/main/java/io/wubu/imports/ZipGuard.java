package io.wubu.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Inflates a workbook once, counting, before anything reads it: what it says of its own size is not believed. */
final class ZipGuard {

    /** 默认值. */
    private static final int MOST_ENTRIES = 500;

    /** 默认值: five times the largest file. */
    private static final long LARGEST_CONTENT = 100L * 1024 * 1024;

    private ZipGuard() {}

    static void check(Path file) throws IOException {
        try (var zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null || zip.getEntry("[Content_Types].xml") == null) {
                throw new BadFile("file.kind", "文件是压缩包，但不是 .xlsx 工作簿，请导入 UTF-8 编码的 CSV 或 .xlsx");
            }
            if (zip.getEntry("xl/vbaProject.bin") != null) {
                throw new BadFile("file.macro", "工作簿含有宏，请另存为不含宏的 .xlsx");
            }
            if (zip.size() > MOST_ENTRIES) {
                throw new BadFile("file.bomb", "工作簿内含部件过多，不能导入");
            }
            var buffer = new byte[64 * 1024];
            var left = LARGEST_CONTENT;
            for (var entry : Collections.list(zip.entries())) {
                left -= size(zip, entry, buffer, left);
            }
        } catch (ZipException e) {
            throw new BadFile("file.damaged", 0, "工作簿已损坏，无法打开", e);
        }
    }

    private static long size(ZipFile zip, ZipEntry entry, byte[] buffer, long left) throws IOException {
        try (InputStream content = zip.getInputStream(entry)) {
            var size = 0L;
            for (var read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                size += read;
                if (size > left) {
                    throw new BadFile("file.bomb", "工作簿解压后超过 100 MB，不能导入，请分批");
                }
            }
            return size;
        }
    }
}

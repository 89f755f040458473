package io.wubu.attacks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** A workbook written part by part, so that each part can be what no spreadsheet program writes. */
final class Book {

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** A workbook of one sheet with these rows of text; a right one until it is changed. */
    static Book of(List<List<String>> rows) {
        var book = new Book();
        book.part("[Content_Types].xml", types("sheet.main"));
        book.part("_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml")));
        book.part(
                "xl/workbook.xml",
                "<workbook xmlns=\"%s\" xmlns:r=\"%s\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"
                        .formatted(MAIN, OFFICE));
        book.part(
                "xl/_rels/workbook.xml.rels",
                relations(relation("rId1", "worksheet", "worksheets/sheet1.xml")
                        + relation("rId2", "sharedStrings", "sharedStrings.xml")
                        + relation("rId3", "styles", "styles.xml")));
        book.part("docProps/core.xml", "<cp:coreProperties xmlns:cp=\"" + PACKAGE + "metadata/core-properties\"/>");
        book.part(
                "xl/styles.xml",
                "<styleSheet xmlns=\"" + MAIN + "\"><cellXfs><xf numFmtId=\"0\"/></cellXfs></styleSheet>");
        book.part(STRINGS, "<sst xmlns=\"" + MAIN + "\"><si><t>某砖厂</t></si></sst>");
        book.part(SHEET, sheet(rows.stream().map(Book::row).collect(Collectors.joining())));
        return book;
    }

    static String sheet(String rows) {
        return "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>";
    }

    static String row(List<String> cells) {
        return cells.stream()
                .map(cell -> "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>")
                .collect(Collectors.joining("", "<row>", "</row>"));
    }

    /** The list of parts, of a workbook of that kind: {@code sheet.main}, or one with macros. */
    static String types(String kind) {
        return "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + kind + "+xml\"/>"
                + "<Override PartName=\"/" + SHEET + "\" ContentType=\"" + TYPE + "worksheet+xml\"/>"
                + "<Override PartName=\"/" + STRINGS + "\" ContentType=\"" + TYPE + "sharedStrings+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/></Types>";
    }

    Book part(String name, String content) {
        return part(name, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + content, StandardCharsets.UTF_8);
    }

    Book part(String name, String content, Charset charset) {
        parts.put(name, content.getBytes(charset));
        return this;
    }

    /** Puts something right behind the XML declaration of a part, or before the XML if it has none. */
    Book declare(String name, String declaration, Charset charset) {
        var text = new String(parts.get(name), StandardCharsets.UTF_8).replaceFirst("<\\?xml[^>]*\\?>", "");
        var begin = charset.equals(StandardCharsets.UTF_8) ? "<?xml version=\"1.0\"?>" : "";
        return part(name, begin + declaration + text, charset);
    }

    Book without(String name) {
        parts.remove(name);
        return this;
    }

    List<String> names() {
        return List.copyOf(parts.keySet());
    }

    /** The file. */
    byte[] bytes() {
        return bytes(zip -> {});
    }

    /** The file with entries behind its parts. */
    byte[] bytes(More more) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipArchiveOutputStream(out)) {
            for (var part : parts.entrySet()) {
                add(zip, part.getKey(), part.getValue());
            }
            more.add(zip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Writes further entries. */
    interface More {
        void add(ZipArchiveOutputStream zip) throws IOException;
    }

    static void add(ZipArchiveOutputStream zip, String name, byte[] content) throws IOException {
        zip.putArchiveEntry(new ZipArchiveEntry(name));
        zip.write(content);
        zip.closeArchiveEntry();
    }

    /** An entry of many megabytes of spaces, each made once and written as often as wanted. */
    static void spaces(ZipArchiveOutputStream zip, String name, int megabytes) throws IOException {
        var mega = compressedMegabyte();
        var entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipArchiveEntry.DEFLATED);
        entry.setSize((long) megabytes << 20);
        entry.setCompressedSize((long) mega.length * megabytes + 5);
        entry.setCrc(0);
        var end = new ByteArrayInputStream(new byte[] {1, 0, 0, -1, -1}); // a last block, stored and empty
        var blocks = Stream.<InputStream>generate(() -> new ByteArrayInputStream(mega))
                .limit(megabytes);
        zip.addRawArchiveEntry(
                entry,
                new SequenceInputStream(Collections.enumeration(
                        Stream.concat(blocks, Stream.of(end)).toList())));
    }

    private static byte[] compressedMegabyte() {
        var deflater = new Deflater(9, true);
        deflater.setInput(" ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII));
        var buffer = new byte[64 * 1024];
        var length = deflater.deflate(buffer, 0, buffer.length, Deflater.FULL_FLUSH);
        deflater.end();
        return Arrays.copyOf(buffer, length);
    }

    private static String relations(String list) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + list + "</Relationships>";
    }

    private static String relation(String id, String type, String target) {
        return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>".formatted(id, OFFICE, type, target);
    }
}

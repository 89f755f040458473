package io.wubu.imports.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Goes through the XML of a part before the reader does: no DTD, no rows and columns that Excel doesn't have (the reader
 * makes room for whatever a cell calls itself), and not more of anything than a workbook needs.
 */
final class PartGuard {

    static final String MACRO = "工作簿含有宏，请另存为不含宏的 .xlsx";

    private static final int LAST_ROW = 1_048_576;
    private static final int LAST_COLUMN = 16_384;
    private static final int DEEPEST = 64; // below the parser's own limit on any JDK, which says nothing to a user

    /** What the reader keeps of each element; 默认值 where Excel has no limit of its own. */
    private static final Map<String, Integer> MOST = Map.of(
            "si", 1_000_000,
            "xf", 130_000,
            "numFmt", 10_000,
            "sheet", 1_000,
            "Relationship", 10_000,
            "Override", 10_000,
            "row", LAST_ROW);

    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})([0-9]{1,7})");
    private static final Pattern ROW = Pattern.compile("[0-9]{1,7}");

    private static final XMLInputFactory XML = factory();

    private final XMLStreamReader reader;
    private final Map<String, Integer> counts = new HashMap<>();
    private int cells;
    private int depth;

    private PartGuard(XMLStreamReader reader) {
        this.reader = reader;
    }

    /** Passes, or {@link BadFile} says what is wrong. Parts that are no XML pass: the reader can't read them either. */
    static void check(String name, InputStream part) throws IOException {
        var content = new BufferedInputStream(part);
        if (!isXml(content)) {
            return;
        }
        try {
            new PartGuard(XML.createXMLStreamReader(content)).run();
        } catch (XMLStreamException e) {
            if (!name.endsWith(".vml")) { // drawings of old comments are HTML at times; nobody reads them
                throw new BadFile("file.damaged", 0, "工作簿的部件不是完整的 XML，无法读取", e);
            }
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing is fetched");
        });
        return factory;
    }

    /** Begins like XML in one of its encodings. */
    private static boolean isXml(BufferedInputStream content) throws IOException {
        content.mark(4);
        var first = content.read();
        var second = content.read();
        content.reset();
        return first == '<'
                || first >= 0 && Character.isWhitespace(first)
                || first == 0xEF && second == 0xBB
                || first == 0xFE && second == 0xFF
                || first == 0xFF && second == 0xFE
                || first == 0 && (second == '<' || second == 0);
    }

    private void run() throws XMLStreamException {
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new BadFile("file.dtd", "工作簿的部件带有文档类型声明（DTD），不能导入");
                case XMLStreamConstants.START_ELEMENT -> start();
                case XMLStreamConstants.END_ELEMENT -> depth--;
                default -> {}
            }
        }
    }

    private void start() {
        var name = reader.getLocalName();
        depth++;
        if (depth > DEEPEST) {
            throw tooMuch();
        }
        var most = MOST.get(name);
        if (most != null && counts.merge(name, 1, Integer::sum) > most) {
            throw tooMuch();
        }
        switch (name) {
            case "row" -> row(reader.getAttributeValue(null, "r"));
            case "c" -> cell(reader.getAttributeValue(null, "r"));
            case "Default", "Override" -> type(reader.getAttributeValue(null, "ContentType"));
            default -> {}
        }
    }

    private void row(@Nullable String number) {
        cells = 0;
        if (number != null && !(ROW.matcher(number).matches() && isRow(number))) {
            throw outside("行号", number);
        }
    }

    private void cell(@Nullable String address) {
        if (counts.containsKey("row")
                && ++cells > LAST_COLUMN) { // lists of cells outside of rows are none of the reader's
            throw tooMuch();
        }
        if (address != null) {
            var parts = CELL.matcher(address);
            if (!parts.matches() || !isRow(parts.group(2)) || column(parts.group(1)) > LAST_COLUMN) {
                throw outside("单元格", address);
            }
        }
    }

    private static void type(@Nullable String type) {
        if (type != null && (type.contains("macroEnabled") || type.contains("vbaProject"))) {
            throw new BadFile("file.macro", MACRO);
        }
    }

    private static boolean isRow(String number) {
        var row = Integer.parseInt(number);
        return row >= 1 && row <= LAST_ROW;
    }

    private static int column(String letters) {
        return letters.chars().reduce(0, (column, letter) -> column * 26 + letter - 'A' + 1);
    }

    private static BadFile outside(String what, String name) {
        return new BadFile("file.cell", "工作簿中有 Excel 没有的" + what + "“" + Texts.shortened(name) + "”，不能导入");
    }

    private static BadFile tooMuch() {
        return new BadFile("file.bomb", "工作簿内的行、列、文字或格式过多，不能导入，请分批");
    }
}

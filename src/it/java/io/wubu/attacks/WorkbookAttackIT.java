package io.wubu.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.WubuTest;
import io.wubu.people.Role;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * T51, T52, T53: ledgers made to fill the memory, to fetch something, or to be taken for what they are not. Each is refused
 * with a named reason; what would not fit into the memory of the test run shows that it was not unpacked into it.
 */
class WorkbookAttackIT extends WubuTest {

    private static final List<String> HEAD =
            List.of("date", "province", "city", "county", "point_name", "problem_type", "problem");
    private static final List<String> GOOD = List.of("2026-11-20", "河北省", "邯郸市", "丛台区", "攻击测试厂", "散乱污", "现场正在生产");

    @LocalServerPort
    private int port;

    private Wire wire;
    private int before;

    @BeforeEach
    void count() {
        wire = new Wire(port, account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), PASSWORD);
        before = problems();
    }

    @AfterEach
    void nothingWasImported() {
        assertThat(problems()).isEqualTo(before);
    }

    /** Without this one, the refusals below would prove nothing. */
    @Test
    void theSameWorkbookUnharmedIsALedger() {
        var formulas = String.join("", Collections.nCopies(20_000, "<c r=\"Z9\"/>"));
        var file = book().part("xl/calcChain.xml", "<calcChain>" + formulas + "</calcChain>")
                .bytes();
        assertThat(said("台账.xlsx", file, Map.of("dryRun", "true"), 200)
                        .path("accepted")
                        .asInt())
                .isEqualTo(1);
    }

    /** T51. */
    @Test
    void whatUnpacksToMoreThanALedgerNeedsIsRefused() {
        var plain = book();
        var huge = withoutSheet().bytes(zip -> Book.spaces(zip, Book.SHEET, 4000));
        assertThat(huge).as("4 GB in a file that may be uploaded").hasSizeLessThan(20 << 20);
        assertThat(codes("huge.xlsx", huge)).containsExactly("file.bomb");
        assertThat(codes("many.xlsx", plain.bytes(zip -> {
                    for (var i = 0; i < 100_000; i++) {
                        Book.add(zip, "xl/media/" + i, new byte[0]);
                    }
                })))
                .containsExactly("file.bomb");
        assertThat(codes("twice.xlsx", plain.bytes(zip -> Book.spaces(zip, Book.SHEET, 4000))))
                .containsExactly("file.twice");
        assertThat(codes("case.xlsx", plain.bytes(zip -> Book.add(zip, "XL/Workbook.xml", new byte[1]))))
                .containsExactly("file.twice");
    }

    /** T51. */
    @Test
    void moreRowsColumnsAndStringsThanALedgerHasAreRefused() {
        var rows = IntStream.rangeClosed(2, 1_048_576)
                .mapToObj(row -> "<row r=\"%d\"><c><v>%d</v></c></row>".formatted(row, row * 37L % 99_991))
                .collect(Collectors.joining());
        assertThat(codes("rows.xlsx", sheet(Book.row(HEAD) + rows))).last().isIn("rows", "file.bomb");
        var wide = IntStream.rangeClosed(1, 16_384).mapToObj(Integer::toString).toList();
        assertThat(codes("wide.xlsx", sheet(Book.row(wide) + Book.row(wide)))).contains("column.missing");
        var wider = String.join("", Collections.nCopies(20_000, "<c/>"));
        assertThat(codes("wider.xlsx", sheet(Book.row(HEAD) + "<row>" + wider + "</row>")))
                .containsExactly("file.bomb");
        var strings = String.join("", Collections.nCopies(1_000_001, "<si/>"));
        assertThat(codes(
                        "strings.xlsx",
                        book().part(Book.STRINGS, "<sst>" + strings + "</sst>").bytes()))
                .containsExactly("file.bomb");
        var deep = "<a>".repeat(1000) + "</a>".repeat(1000);
        assertThat(codes("deep.xlsx", sheet(deep))).containsExactly("file.bomb");
    }

    /** T51: the reader makes room for the cell a workbook names. */
    @Test
    void cellsAndRowsThatExcelDoesNotHaveAreRefused() {
        for (var cell : List.of("FXSHRXW1", "XFE2", "A1048577", "A0", "A99999999999", "甲1", "")) {
            assertThat(codes("cell.xlsx", sheet(Book.row(HEAD) + "<row><c r=\"" + cell + "\"><v>1</v></c></row>")))
                    .as(cell)
                    .containsExactly("file.cell");
        }
        for (var row : List.of("2147483647", "1048577", "0", "-1", "x")) {
            assertThat(codes(
                            "row.xlsx",
                            sheet(Book.row(HEAD) + "<row r=\"" + row + "\"><c r=\"A2\"><v>1</v></c></row>")))
                    .as(row)
                    .containsExactly("file.cell");
        }
    }

    /** T51: a table of nothing but errors has an answer that ends, and so has a line of nothing but commas. */
    @Test
    void aTableOfNothingButErrorsHasAnAnswerThatEnds() {
        var lines = String.join(",", HEAD) + "\n" + "明天,=1,无,无,+1,,\n".repeat(50_000);
        var said = said("errors.csv", lines.getBytes(StandardCharsets.UTF_8), Map.of(), 422);
        assertThat(said.path("rejected")).hasSizeBetween(1000, 2001);
        assertThat(said.path("rejected").findValuesAsText("code")).last().isEqualTo("refusals.many");
        var commas = String.join(",", HEAD) + "\n" + ",".repeat(19 << 20) + "\n";
        assertThat(codes("commas.csv", commas.getBytes(StandardCharsets.UTF_8))).containsExactly("columns");
    }

    /** T51, T52: in every part, in both encodings; nothing is fetched. */
    @Test
    void documentTypesAreRefusedInEveryPart() throws IOException {
        try (var listener = ServerSocketChannel.open()) {
            listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            listener.configureBlocking(false);
            var address = "http://127.0.0.1:" + listener.socket().getLocalPort() + "/x";
            for (var part : book().names()) {
                for (var declaration : doctypes(address)) {
                    assertThat(codes(
                                    "d.xlsx",
                                    book().declare(part, declaration, StandardCharsets.UTF_8)
                                            .bytes()))
                            .as(part + declaration)
                            .containsExactly("file.dtd");
                }
                assertThat(codes("u.xlsx", utf16(part, doctypes(address).get(0))))
                        .as("UTF-16 " + part)
                        .containsExactly("file.dtd");
            }
            assertThat(listener.accept()).as("a connection made").isNull();
        }
    }

    /** T53. */
    @Test
    void wrongKindsOfFilesAreNamed() {
        assertThat(codes("old.xls", ole("Workbook"))).containsExactly("file.xls");
        assertThat(codes("old.xlsx", ole("Workbook"))).containsExactly("file.xls");
        assertThat(codes("secret.xlsx", ole("EncryptedPackage"))).containsExactly("file.encrypted");
        assertThat(codes("m.xlsm", book().bytes(zip -> Book.add(zip, "xl/vbaProject.bin", new byte[] {1}))))
                .containsExactly("file.macro");
        var macro = Book.types("sheet.macroEnabled.main");
        assertThat(codes("m.xlsx", book().part("[Content_Types].xml", macro).bytes()))
                .containsExactly("file.macro");
        var csv = (String.join(",", HEAD) + "\n" + String.join(",", GOOD) + "\n").getBytes(StandardCharsets.UTF_8);
        assertThat(codes("l.xlsx", csv)).containsExactly("file.name");
        assertThat(codes("l.XLS", csv)).containsExactly("file.name");
        assertThat(codes("l.csv", book().bytes())).containsExactly("file.name");
        var html = "<html><body><table><tr><td>date</td></tr></table></body></html>";
        assertThat(codes("l.xlsx", html.getBytes(StandardCharsets.UTF_8))).containsExactly("file.kind");
        assertThat(codes("l.xlsx", Arrays.copyOf(book().bytes(), 900))).isSubsetOf("file.damaged", "file.kind");
        var mended = said("l.xlsx", csv, Map.of(), 422).path("rejected").path(0).path("message");
        assertThat(mended.asText()).contains("文件名是 Excel 工作簿", "CSV");
    }

    private static List<String> doctypes(String address) {
        return List.of(
                "<!DOCTYPE a SYSTEM \"" + address + "\">",
                "<!DOCTYPE a SYSTEM \"file:///etc/passwd\">",
                "<!DOCTYPE a [<!ENTITY % x SYSTEM \"" + address + "\"> %x;]>",
                "<!DOCTYPE a [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]>");
    }

    private static byte[] utf16(String part, String declaration) {
        return book().declare(part, declaration, StandardCharsets.UTF_16).bytes();
    }

    /** The beginning of a container of old Office files with one stream. */
    private static byte[] ole(String stream) {
        var file = new byte[4096];
        var magic = new int[] {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
        for (var i = 0; i < magic.length; i++) {
            file[i] = (byte) magic[i];
        }
        var name = stream.getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, file, 1024, name.length);
        return file;
    }

    private static Book book() {
        return Book.of(List.of(HEAD, GOOD));
    }

    private static Book withoutSheet() {
        return book().without(Book.SHEET);
    }

    private static byte[] sheet(String rows) {
        return book().part(Book.SHEET, Book.sheet(rows)).bytes();
    }

    private List<String> codes(String name, byte[] file) {
        return said(name, file, Map.of(), 422).path("rejected").findValuesAsText("code");
    }

    private JsonNode said(String name, byte[] file, Map<String, String> fields, int status) {
        var answer = wire.upload(
                "/api/ledger/import", "file", "filename=\"" + name + "\"", "application/octet-stream", file, fields);
        assertThat(answer.statusCode()).as(name + ": " + Wire.text(answer)).isEqualTo(status);
        try {
            return new ObjectMapper().readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private int problems() {
        return jdbc.sql("select count(*) from wubu.problem")
                .query(Integer.class)
                .single();
    }
}

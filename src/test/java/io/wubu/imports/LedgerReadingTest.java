package io.wubu.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.wubu.regions.Region;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a ledger may look like, and what is said about one that does not. */
class LedgerReadingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final String HEAD = "发现日期,省,市,县区,乡镇,点位/企业名称,统一社会信用代码,问题类型,问题描述,查处情况\n";
    private static final String ROW = "2017-03-18,河北省,邯郸市,丛台区,黄粱梦镇,某砖厂,,散乱污,无手续无设施,\n";

    @TempDir
    Path folder;

    private final List<LedgerRow> rows = new ArrayList<>();

    @BeforeEach
    void forget() {
        rows.clear();
    }

    @Test
    void aGoodRowIsRead() {
        var check = csv(HEAD + "2017-03-18,河北省,邯郸市,丛台区,黄粱梦镇,某砖厂,91350100M000100Y43,散乱污（清单外）,\"无手续,无设施\",移交地方\n");
        assertThat(check.refusals()).isEmpty();
        assertThat(check.good()).isEqualTo(1);
        var row = rows.get(0);
        assertThat(row.row()).isEqualTo(2);
        assertThat(row.foundOn()).isEqualTo(LocalDate.of(2017, 3, 18));
        assertThat(row.regionCode()).isEqualTo("130403");
        assertThat(row.place()).isEqualTo("黄粱梦镇");
        assertThat(row.problemType()).isEqualTo("散乱污(清单外)");
        assertThat(row.description()).isEqualTo("无手续,无设施");
        assertThat(row.handling()).isEqualTo("移交地方");
    }

    @Test
    void aByteOrderMarkATitleAndOtherColumnsDoNotDisturb() {
        var check = csv("\uFEFF督办问题台账,,,\n,,,\n序号," + HEAD + "1," + ROW + ",,,,,,,,,,\n");
        assertThat(check.refusals()).isEmpty();
        assertThat(check.good()).isEqualTo(1);
        assertThat(check.ignored()).containsExactly("序号");
        assertThat(rows.get(0).row()).isEqualTo(4);
    }

    @Test
    void municipalitiesNeedNoCityAndZonesWithoutCodeAreKeptAsPlace() {
        var check = csv(HEAD
                + "2017/3/8,天津市,,津南区,,甲厂,,散乱污,甲,\n"
                + "2017年3月8日,河北省,邯郸市,冀南新区,某镇,乙厂,,散乱污,乙,\n"
                + "20170308,河北,邯郸,丛台区,,丙厂,,散乱污,丙,\n");
        assertThat(check.refusals()).isEmpty();
        assertThat(rows).extracting(LedgerRow::regionCode).containsExactly("120112", "130400", "130403");
        assertThat(rows).extracting(LedgerRow::place).containsExactly(null, "冀南新区某镇", null);
    }

    @Test
    void everyErrorOfEveryRowIsNamed() {
        var check = csv(HEAD
                + "2017-07,河北省,邯郸市,某某区,,,,散乱污,,\n"
                + "2026-11-25,河北省,,丛台区,,=HYPERLINK(1),123,散乱污,@x,\n"
                + ROW
                + ROW
                + "2017-02-30,河南省,郑州市,,," + "长".repeat(201) + ",,散乱污,甲,,多余\n");
        assertThat(check.refusals())
                .extracting(Refusal::row, Refusal::column, Refusal::code)
                .containsExactlyInAnyOrder(
                        tuple(2, "发现日期", "date.incomplete"),
                        tuple(2, "县区", "region.unknown"),
                        tuple(2, "点位/企业名称", "required"),
                        tuple(2, "问题描述", "required"),
                        tuple(3, "发现日期", "date.future"),
                        tuple(3, "市", "required"),
                        tuple(3, "点位/企业名称", "formula"),
                        tuple(3, "统一社会信用代码", "uscc"),
                        tuple(3, "问题描述", "formula"),
                        tuple(5, "整行", "duplicate"),
                        tuple(6, "发现日期", "date.format"),
                        tuple(6, "点位/企业名称", "text.long"),
                        tuple(6, "整行", "columns.many"),
                        tuple(6, "市", "region.unknown"));
        assertThat(check.refusals()).extracting(Refusal::message).allMatch(text -> text.matches(".*\\p{IsHan}.*"));
        assertThat(check.refusals().get(0).message()).isEqualTo("“点位/企业名称”：必填");
        assertThat(check.rows()).isEqualTo(5);
        assertThat(check.good()).isEqualTo(1);
    }

    @Test
    void rowsOutsideTheOfficesRegionAreRefused() {
        var check = check(write("l.csv", (HEAD + ROW).getBytes(StandardCharsets.UTF_8)), "140500");
        assertThat(codes(check)).containsExactly("region.foreign");
    }

    @Test
    void missingAndRepeatedColumnsAreNamed() {
        var check = csv("发现日期,date,省,市,问题类型\n2017-03-18,2017-03-18,河北省,邯郸市,散乱污\n");
        assertThat(check.refusals())
                .extracting(Refusal::row, Refusal::column, Refusal::code)
                .containsExactly(
                        tuple(1, "发现日期", "column.twice"),
                        tuple(1, "县区", "column.missing"),
                        tuple(1, "点位/企业名称", "column.missing"),
                        tuple(1, "问题描述", "column.missing"));
        assertThat(check.usable()).isFalse();
    }

    @Test
    void aLedgerInGbkIsRefusedAsSuch() {
        var check = check(write("l.csv", (HEAD + ROW).getBytes(Charset.forName("GBK"))), "000000");
        assertThat(check.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.code()).isEqualTo("file.encoding");
            assertThat(refusal.message()).contains("不是 UTF-8").contains("GBK");
        });
        assertThat(check.good()).isZero();
        assertThat(codes(check(write("u.csv", (HEAD + ROW).getBytes(StandardCharsets.UTF_16)), "000000")))
                .containsExactly("file.encoding");
    }

    @Test
    void unpairedQuotesNameTheirLine() {
        var check = csv(HEAD + ROW + "2017-03-18,河北省,邯郸市,丛台区,,\"某厂\"x,,散乱污,甲,\n");
        assertThat(check.refusals()).singleElement().satisfies(refusal -> {
            assertThat(refusal.row()).isEqualTo(3);
            assertThat(refusal.code()).isEqualTo("file.quotes");
        });
        assertThat(check.good()).isZero();
    }

    @Test
    void otherFilesAreRefusedByContentWhateverTheirName() throws IOException {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D};
        var xls = new byte[600];
        var magic = new int[] {0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1};
        for (var i = 0; i < magic.length; i++) {
            xls[i] = (byte) magic[i];
        }
        assertThat(codes(check(write("a.csv", png), "000000"))).containsExactly("file.kind");
        assertThat(codes(check(write("b.xlsx", xls), "000000"))).containsExactly("file.xls");
        assertThat(codes(check(write("c.csv", new byte[0]), "000000"))).containsExactly("file.empty");
        assertThat(codes(check(zip("d.xlsx", out -> {}), "000000"))).containsExactly("file.kind");
        assertThat(codes(csv("%PDF-1.4\n"))).containsExactly("file.kind");
    }

    @Test
    void aWorkbookIsReadWithItsDatesAndItsFormulasAreRefused() throws IOException {
        var file = workbook(sheet -> {
            var head = HEAD.strip().split(",");
            for (var column = 0; column < head.length; column++) {
                sheet.value(0, column, head[column]);
            }
            fill(sheet, 1, "某砖厂");
            sheet.value(1, 0, LocalDate.of(2017, 3, 18));
            sheet.style(1, 0).format("yyyy/m/d").set();
            fill(sheet, 2, "乙厂");
            sheet.formula(2, 8, "LEN(A1)");
        });
        var check = check(file, "000000");
        assertThat(check.refusals())
                .extracting(Refusal::row, Refusal::column, Refusal::code)
                .containsExactly(tuple(3, "问题描述", "formula"));
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.foundOn()).isEqualTo(LocalDate.of(2017, 3, 18));
            assertThat(row.siteName()).isEqualTo("某砖厂");
        });
        var renamed = Files.copy(file, folder.resolve("renamed.csv"));
        assertThat(check(renamed, "000000").rows()).isEqualTo(2);
    }

    @Test
    void aWorkbookThatUnpacksToMoreThanTheLimitIsRefused() throws IOException {
        var bomb = zip("bomb.xlsx", out -> {
            part(out, "[Content_Types].xml", "<Types/>");
            part(out, "xl/workbook.xml", "<workbook/>");
            out.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            var zeros = new byte[1024 * 1024];
            for (var i = 0; i < 120; i++) {
                out.write(zeros);
            }
        });
        assertThat(Files.size(bomb)).isLessThan(1024 * 1024);
        assertThat(codes(check(bomb, "000000"))).containsExactly("file.bomb");
    }

    @Test
    void aDamagedWorkbookIsRefused() throws IOException {
        var broken = zip("broken.xlsx", out -> {
            part(out, "[Content_Types].xml", "<Types/>");
            part(out, "xl/workbook.xml", "<workbook/>");
        });
        assertThat(codes(check(broken, "000000"))).containsExactly("file.damaged");
    }

    @Test
    void aHundredThousandEmptyRowsDoNotMatter() throws IOException {
        var check = csv(HEAD + ",,,,,,,,,\n".repeat(50_000) + "\n".repeat(50_000) + ROW);
        assertThat(check.refusals()).isEmpty();
        assertThat(check.good()).isEqualTo(1);
        assertThat(rows.get(0).row()).isEqualTo(100_002);
    }

    @Test
    void moreThanFiftyThousandRowsAreRefused() {
        var text = new StringBuilder(HEAD);
        for (var i = 0; i <= 50_000; i++) {
            text.append("2017-03-18,河北省,邯郸市,丛台区,,点位").append(i).append(",,散乱污,甲,\n");
        }
        var check = csv(text.toString());
        assertThat(codes(check)).containsExactly("rows");
        assertThat(check.good()).isZero();
    }

    @Test
    void aHeadingWithoutRowsIsRefused() {
        assertThat(codes(csv(HEAD))).containsExactly("file.empty");
        assertThat(codes(csv("\n\n"))).containsExactly("file.empty");
    }

    private LedgerCheck csv(String text) {
        return check(write("l.csv", text.getBytes(StandardCharsets.UTF_8)), "000000");
    }

    private LedgerCheck check(Path file, String scope) {
        rows.clear();
        var reading = new LedgerReading(new RegionFinder(LedgerReadingTest::named), TODAY, scope, rows::add);
        BadFile fault = null;
        try {
            LedgerFile.open(file).read(reading);
        } catch (BadFile e) {
            fault = e;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return reading.result("", fault);
    }

    private static List<String> codes(LedgerCheck check) {
        return check.refusals().stream().map(Refusal::code).toList();
    }

    private Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** A small part of the code table. */
    private static Optional<Region> named(String province, String city, String county) {
        return switch (province + "/" + city + "/" + county) {
            case "河北省/邯郸市/丛台区" -> Optional.of(region("130403", "county"));
            case "河北省/邯郸市/", "河北省/邯郸市/冀南新区" -> Optional.of(region("130400", "city"));
            case "天津市//津南区" -> Optional.of(region("120112", "county"));
            default -> Optional.empty();
        };
    }

    private static Region region(String code, String level) {
        return new Region(code, code, code, level, null, null, "行政区");
    }

    private static void fill(Worksheet sheet, int row, String site) {
        var values = new String[] {"2017-03-18", "河北省", "邯郸市", "丛台区", "", site, "", "散乱污", "无手续", ""};
        for (var column = 0; column < values.length; column++) {
            sheet.value(row, column, values[column]);
        }
    }

    private Path workbook(Consumer<Worksheet> content) throws IOException {
        var file = folder.resolve("l.xlsx");
        try (OutputStream out = Files.newOutputStream(file);
                var workbook = new Workbook(out, "test", "1.0")) {
            content.accept(workbook.newWorksheet("台账"));
        }
        return file;
    }

    private interface Parts {
        void write(ZipOutputStream out) throws IOException;
    }

    private Path zip(String name, Parts parts) throws IOException {
        var file = folder.resolve(name);
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            part(out, "any.txt", "any");
            parts.write(out);
        }
        return file;
    }

    private static void part(ZipOutputStream out, String name, String content) throws IOException {
        out.putNextEntry(new ZipEntry(name));
        out.write(content.getBytes(StandardCharsets.UTF_8));
        out.closeEntry();
    }
}

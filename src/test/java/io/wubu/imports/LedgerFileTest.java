package io.wubu.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.wubu.imports.files.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/** Which files are ledgers, whatever their name, and what is said about those that are none. */
class LedgerFileTest extends LedgerTrial {

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
        var renamed = Files.copy(file, folder.resolve("台账"));
        assertThat(check(renamed, "000000").rows()).isEqualTo(2);
        var csv = Files.copy(file, folder.resolve("renamed.csv"));
        assertThat(codes(check(csv, "000000"))).containsExactly("file.name");
    }

    /** T51: by the size of a part, of all parts, and by how much is packed into little. */
    @Test
    void aWorkbookThatUnpacksToMoreThanTheLimitIsRefused() throws IOException {
        assertThat(refusal(1, 51, true)).contains("一个部件解压后超过 50 MB");
        assertThat(refusal(3, 40, true)).contains("解压后超过 100 MB");
        assertThat(refusal(1, 2, false)).contains("100 倍");
        assertThat(refusal(1, 40, true)).contains("没有工作表");
    }

    /** What is said about a workbook with so many parts of so many megabytes. */
    private String refusal(int parts, int megabytes, boolean varied) throws IOException {
        var random = new Random(5);
        var file = zip("large.xlsx", out -> {
            part(out, "[Content_Types].xml", "<Types/>");
            part(out, "xl/workbook.xml", "<workbook/>");
            for (var part = 0; part < parts; part++) {
                out.putNextEntry(new ZipEntry("xl/part" + part));
                for (var kilobyte = 0; kilobyte < megabytes << 10; kilobyte++) {
                    var letters = varied ? Long.toHexString(random.nextLong() | 1L << 62) : "0".repeat(16);
                    out.write(letters.repeat(64).getBytes(StandardCharsets.US_ASCII));
                }
            }
        });
        assertThat(file).isRegularFile();
        return check(file, "000000").refusals().get(0).message();
    }

    @Test
    void aDamagedWorkbookIsRefused() throws IOException {
        var broken = zip("broken.xlsx", out -> {
            part(out, "[Content_Types].xml", "<Types/>");
            part(out, "xl/workbook.xml", "<workbook/>");
        });
        assertThat(codes(check(broken, "000000"))).containsExactly("file.damaged");
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

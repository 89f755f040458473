package io.wubu.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.Mutations;
import io.wubu.shared.RuleBroken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;

/**
 * T51, T53: however a file was damaged, it is read or refused in words about the file. Hundreds of damages by chance; a run
 * that fails names its seed. How long one takes is bounded by what is counted: no damage makes more rows of a file.
 */
class MutatedFilesTest extends LedgerTrial {

    private static final int ROWS = 40;

    private final Mutations mutations = new Mutations(Mutations.seed());

    @Test
    void aDamagedWorkbookIsReadOrRefusedInWords() throws IOException {
        var whole = workbook();
        assertThat(check(write("l.xlsx", whole), "000000").good()).isEqualTo(ROWS);
        var codes = new HashSet<String>();
        for (var number = 0; number < Mutations.count(400); number++) {
            var file = number % 3 == 0 ? mutations.bytes(whole) : mutations.zip(whole);
            codes.addAll(tried("l.xlsx", file, number));
        }
        assertThat(codes).contains("file.damaged", "file.kind");
    }

    @Test
    void aDamagedTextIsReadOrRefusedInWords() {
        var whole = (HEAD
                        + IntStream.rangeClosed(1, ROWS)
                                .mapToObj(MutatedFilesTest::row)
                                .collect(Collectors.joining()))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(check(write("l.csv", whole), "000000").good()).isEqualTo(ROWS);
        var codes = new HashSet<String>();
        for (var number = 0; number < Mutations.count(400); number++) {
            codes.addAll(tried("l.csv", mutations.bytes(whole), number));
        }
        assertThat(codes).contains("file.encoding");
    }

    @Test
    void aDamagedArrangementIsReadOrRefusedInWords() {
        var files = new ArrangementFile(new ObjectMapper());
        var refused = 0;
        for (var number = 0; number < Mutations.count(400); number++) {
            var whole = (number % 2 == 0 ? CSV : JSON).getBytes(StandardCharsets.UTF_8);
            var file = mutations.bytes(whole);
            try {
                assertThat(files.read(file, Year.of(2025))).hasSizeLessThan(20);
            } catch (RuleBroken refusal) {
                refused++;
                assertThat(refusal.faults()).as(what(number)).allMatch(fault -> isSaid(fault.message()));
            } catch (RuntimeException other) {
                fail(what(number), other);
            }
        }
        assertThat(refused).isGreaterThan(100);
    }

    private Set<String> tried(String name, byte[] content, int number) {
        try {
            var check = check(write(name, content), "000000");
            assertThat(check.rows()).as(what(number)).isLessThanOrEqualTo(3 * ROWS);
            assertThat(check.refusals()).as(what(number)).allMatch(refusal -> isSaid(refusal.message()));
            return new HashSet<>(codes(check));
        } catch (RuntimeException | AssertionError other) {
            return fail(what(number), other);
        }
    }

    private String what(int number) {
        return "seed %d, file %d: %s".formatted(Mutations.seed(), number, mutations.last());
    }

    private static boolean isSaid(String message) {
        return message.codePoints().anyMatch(sign -> Character.UnicodeScript.of(sign) == Character.UnicodeScript.HAN)
                && !message.contains("Exception")
                && !message.contains("org.");
    }

    private static byte[] workbook() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var workbook = new Workbook(out, "test", "1.0")) {
            var sheet = workbook.newWorksheet("台账");
            line(sheet, 0, HEAD.strip().split(","));
            for (var row = 1; row <= ROWS; row++) {
                line(sheet, row, row(row).strip().split(","));
                sheet.value(row, 0, LocalDate.of(2017, 3, 18));
                sheet.style(row, 0).format("yyyy/m/d").set();
            }
        }
        return out.toByteArray();
    }

    private static String row(int number) {
        return ROW.replace("某砖厂", "某砖厂" + number);
    }

    private static void line(Worksheet sheet, int row, String[] cells) {
        for (var column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
        }
    }

    private static final String CSV =
            """
            date,type,name
            2025-01-01,holiday,元旦
            2025-01-28,holiday,春节
            2025-01-26,makeup_workday,春节
            2025-04-04,holiday,清明
            2025-05-01,holiday,劳动节
            2025-05-31,holiday,端午
            2025-10-01,holiday,国庆节、中秋节
            """;

    private static final String JSON =
            """
            {"year": 2025, "days": [
              {"name": "元旦", "date": "2025-01-01", "isOffDay": true},
              {"name": "春节", "date": "2025-01-28", "isOffDay": true},
              {"name": "春节", "date": "2025-01-26", "isOffDay": false},
              {"name": "清明", "date": "2025-04-04", "isOffDay": true},
              {"name": "劳动节", "date": "2025-05-01", "isOffDay": true},
              {"name": "端午", "date": "2025-05-31", "isOffDay": true},
              {"name": "国庆节、中秋节", "date": "2025-10-01", "isOffDay": true}]}
            """;
}

package io.wubu.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.lawclock.CalendarDay;
import io.wubu.shared.RuleBroken;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Year;
import org.junit.jupiter.api.Test;

/** A yearly arrangement is read whole or refused with every fault named. */
class ArrangementFileTest {

    private static final Year YEAR = Year.of(2025);
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

    private final ArrangementFile files = new ArrangementFile(new ObjectMapper());

    @Test
    void aCsvIsRead() {
        assertThat(read(CSV))
                .hasSize(7)
                .contains(new CalendarDay(LocalDate.of(2025, 1, 26), true, "春节"))
                .contains(new CalendarDay(LocalDate.of(2025, 10, 1), false, "国庆节、中秋节"));
    }

    @Test
    void theJsonOfHolidayCnIsRead() {
        var json = new StringBuilder("{\"year\":2025,\"papers\":[],\"days\":[");
        CSV.lines().skip(1).forEach(line -> {
            var cells = line.split(",");
            json.append("{\"name\":\"%s\",\"date\":\"%s\",\"isOffDay\":%s},"
                    .formatted(cells[2], cells[0], cells[1].equals("holiday")));
        });
        var text = json.substring(0, json.length() - 1) + "]}";

        assertThat(read(text)).isEqualTo(read(CSV));
    }

    /** T51: a message for each of a million lines would be no answer. */
    @Test
    void whatIsTooLargeForAYearIsNotRead() {
        assertThatThrownBy(() -> read(CSV + "x\n".repeat(600_000)))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("超过 1 MB");
    }

    /** The reader of CSV has no word of its own for a file without column names. */
    @Test
    void whatHasNoColumnNamesIsRefused() {
        for (var text : new String[] {"'", "\u0000", "\"", ",,\n", "date,date,date\n", ""}) {
            assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(RuleBroken.class);
        }
    }

    @Test
    void everyWrongLineIsNamed() {
        assertThatThrownBy(() ->
                        read(CSV + "2025-13-01,holiday,元旦\n2025-02-05,makeup_workday,春节\n2024-05-01,holiday,劳动节\n"))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("第 9 行")
                .hasMessageContaining("2025-02-05 不是周末")
                .hasMessageContaining("2024-05-01 不属于 2025 年");
        assertThatThrownBy(() -> read(CSV + "2025-01-01,holiday,元旦\n")).hasMessageContaining("出现两次");
        assertThatThrownBy(() -> read(CSV + "2025-03-01,feiertag,元旦\n")).hasMessageContaining("type 应为");
        assertThatThrownBy(() -> read(CSV + "2025-03-01\n")).hasMessageContaining("应有 3 列");
    }

    @Test
    void anArrangementWithoutAHolidayIsNotWhole() {
        assertThatThrownBy(() -> read(CSV.replace("2025-04-04,holiday,清明\n", "")))
                .hasMessageContaining("缺少“清明”");
    }

    @Test
    void rubbishIsRefused() {
        assertThatThrownBy(() -> read("{\"days\":[")).hasMessageContaining("JSON");
        assertThatThrownBy(() -> read("a,b\n1,2\n")).hasMessageContaining("date,type,name");
        assertThatThrownBy(() -> files.read("节日".getBytes(Charset.forName("GBK")), YEAR))
                .hasMessageContaining("UTF-8");
    }

    private java.util.List<CalendarDay> read(String text) {
        return files.read(text.getBytes(StandardCharsets.UTF_8), YEAR);
    }
}

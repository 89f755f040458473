package io.wubu.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.lawclock.CalendarDay;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.RuleBroken.Fault;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.springframework.stereotype.Component;

/**
 * The yearly arrangement of holidays as a file: CSV with the columns date, type (holiday or makeup_workday), name, or the
 * JSON of the public holiday-cn data ({@code days: [{name, date, isOffDay}]}).
 */
@Component
public class ArrangementFile {

    /** 全国年节及纪念日放假办法 第二条: without one of these the file is not a whole arrangement. */
    private static final List<String> HOLIDAYS = List.of("元旦", "春节", "清明", "劳动", "端午", "中秋", "国庆");

    /** 默认值: some forty days take 2 KB. */
    private static final int LARGEST = 1024 * 1024;

    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .get();

    private final ObjectMapper json;

    ArrangementFile(ObjectMapper json) {
        this.json = json;
    }

    /**
     * Reads and checks the arrangement of a year.
     *
     * @throws RuleBroken naming each line that is wrong and why
     */
    public List<CalendarDay> read(byte[] file, Year year) {
        if (file.length > LARGEST) {
            throw new RuleBroken("file", "file.size", "文件超过 1 MB，不是一年的放假安排");
        }
        var text = text(file).strip();
        var faults = new ArrayList<Fault>();
        var days = text.startsWith("{") ? ofJson(text, faults) : ofCsv(text, faults);
        check(days, year, faults);
        if (!faults.isEmpty()) {
            throw new RuleBroken(faults);
        }
        return days;
    }

    private static String text(byte[] file) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new RuleBroken("file", "file.encoding", "文件不是 UTF-8 编码（可能是 GBK/ANSI），请另存为 UTF-8");
        }
    }

    private List<CalendarDay> ofJson(String text, List<Fault> faults) {
        var days = new ArrayList<CalendarDay>();
        try {
            var line = 0;
            for (JsonNode day : json.readTree(text).path("days")) {
                line++;
                var work = !day.path("isOffDay").asBoolean(true);
                add(
                        days,
                        line,
                        day.path("date").asText(),
                        work,
                        day.path("name").asText(),
                        faults);
            }
        } catch (JsonProcessingException e) {
            throw new RuleBroken("file", "file.json", "文件不是完整的 JSON");
        }
        return days;
    }

    private static List<CalendarDay> ofCsv(String text, List<Fault> faults) {
        var days = new ArrayList<CalendarDay>();
        try (var rows = CSV.parse(new StringReader(text))) {
            if (!rows.getHeaderNames().containsAll(List.of("date", "type", "name"))) {
                throw new RuleBroken("file", "file.header", "首行应为 date,type,name 三列");
            }
            for (var row : rows) {
                var line = (int) row.getRecordNumber() + 1;
                if (!row.isConsistent()) {
                    faults.add(fault(line, "columns", "应有 3 列"));
                } else if (!Set.of("holiday", "makeup_workday").contains(row.get("type"))) {
                    faults.add(fault(line, "type", "type 应为 holiday 或 makeup_workday"));
                } else {
                    add(days, line, row.get("date"), row.get("type").equals("makeup_workday"), row.get("name"), faults);
                }
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw new RuleBroken("file", "file.csv", "文件不是完整的 CSV");
        }
        return days;
    }

    private static void add(
            List<CalendarDay> days, int line, String date, boolean work, String name, List<Fault> faults) {
        try {
            if (name.isBlank()) {
                faults.add(fault(line, "name", "节日名称不能为空"));
            }
            days.add(new CalendarDay(LocalDate.parse(date), work, name.strip()));
        } catch (DateTimeParseException e) {
            faults.add(fault(line, "date", "日期“" + date + "”应如 2027-01-01"));
        }
    }

    private static void check(List<CalendarDay> days, Year year, List<Fault> faults) {
        var seen = new HashSet<LocalDate>();
        for (var day : days) {
            var date = day.day();
            if (date.getYear() != year.getValue() && !date.isAfter(LocalDate.of(year.getValue() - 1, 12, 20))
                    || date.getYear() > year.getValue()) {
                faults.add(new Fault("file", "year", "%s 不属于 %s 年的安排".formatted(date, year)));
            }
            if (!seen.add(date)) {
                faults.add(new Fault("file", "twice", date + " 出现两次"));
            }
            if (day.isWork() && !WEEKEND.contains(date.getDayOfWeek())) {
                faults.add(new Fault("file", "weekday", date + " 不是周末，不能是调休上班日"));
            }
        }
        HOLIDAYS.stream()
                .filter(holiday -> days.stream()
                        .noneMatch(day -> !day.isWork() && day.name().contains(holiday)))
                .forEach(holiday -> faults.add(new Fault("file", "missing", "缺少“" + holiday + "”放假安排")));
    }

    private static Fault fault(int line, String code, String message) {
        return new Fault("file", code, "第 %d 行：%s".formatted(line, message));
    }
}

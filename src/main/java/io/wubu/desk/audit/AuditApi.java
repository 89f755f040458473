package io.wubu.desk.audit;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.wubu.audit.AuditFilter;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.audit.AuditResult;
import io.wubu.audit.AuditRow;
import io.wubu.audit.chain.AuditReading;
import io.wubu.audit.chain.Verdict;
import io.wubu.desk.web.Bounds;
import io.wubu.desk.web.Formulas;
import io.wubu.flow.places.PostNames;
import io.wubu.shared.ClockConfiguration;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 审计记录, for 审计管理员 alone: look, verify, take away; each of it is written down as well, before anything is given out. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "审计")
class AuditApi {

    private static final int PAGE = 50;
    private static final int BLOCK = 1000;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ClockConfiguration.ZONE);

    private final AuditReading reading;
    private final AuditLog log;
    private final PostNames names;

    AuditApi(AuditReading reading, AuditLog log, PostNames names) {
        this.reading = reading;
        this.log = log;
        this.names = names;
    }

    /** What is looked for; days are days of Beijing, the last one included. */
    record Wanted(
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String account,
            @Nullable AuditKind kind,
            @Nullable AuditResult result) {

        AuditFilter filter(@Nullable Long before, int most) {
            Bounds.day("from", "起始日期", from);
            Bounds.day("to", "截止日期", to);
            return new AuditFilter(
                    from == null
                            ? null
                            : from.atStartOfDay(ClockConfiguration.ZONE).toInstant(),
                    to == null
                            ? null
                            : to.plusDays(1)
                                    .atStartOfDay(ClockConfiguration.ZONE)
                                    .toInstant(),
                    account == null || account.isBlank() ? null : account.strip(),
                    kind,
                    result,
                    before,
                    most);
        }

        String inWords() {
            var words = Stream.of(from, to, account, kind, result)
                    .map(AuditApi::text)
                    .filter(text -> !text.isBlank())
                    .collect(Collectors.joining(" "));
            return words.isEmpty() ? "全部" : words;
        }
    }

    /** A row as it is shown. */
    record Line(
            long id,
            @Nullable Long sequence,
            String at,
            @Nullable String account,
            @Nullable String post,
            @Nullable String source,
            String kind,
            @Nullable String object,
            String result,
            @Nullable String reason,
            @Nullable String trace,
            String node) {

        /** With the post as it is to be read. */
        static Line of(AuditRow row, UnaryOperator<String> reading) {
            return new Line(
                    row.id(),
                    row.sequence(),
                    TIME.format(row.at()),
                    row.account(),
                    row.post() == null ? null : reading.apply(row.post()),
                    row.source(),
                    AuditKind.valueOf(row.kind()).chinese(),
                    row.object(),
                    AuditResult.valueOf(row.result()).chinese(),
                    row.reason(),
                    row.trace(),
                    row.node());
        }

        private String[] cells() {
            return Arrays.stream(
                            new Object[] {sequence, at, account, post, source, kind, object, result, reason, trace, node
                            })
                    .map(cell -> Formulas.asText(text(cell)))
                    .toArray(String[]::new);
        }
    }

    /** One page, newest first; {@code next} goes into {@code before}, null on the last one. */
    record Page(List<Line> rows, @Nullable Long next) {}

    /** A word of the log and what it is called. */
    record Named(String code, String name) {}

    /** All kinds and results there are. */
    record Words(List<Named> kinds, List<Named> results) {}

    @Operation(summary = "审计记录", description = "最新的在前，每页 50 条；查看本身也记入审计。")
    @GetMapping
    Page page(@ModelAttribute Wanted wanted, @RequestParam(required = false) @Nullable Long before) {
        log.before(AuditKind.AUDIT_READ, wanted.inWords());
        var rows = reading.page(wanted.filter(before, PAGE)).stream()
                .map(row -> Line.of(row, names::of))
                .toList();
        return new Page(rows, rows.size() < PAGE ? null : rows.get(PAGE - 1).id());
    }

    @Operation(summary = "审计用语")
    @GetMapping("/words")
    Words words() {
        return new Words(
                Arrays.stream(AuditKind.values())
                        .map(kind -> new Named(kind.name(), kind.chinese()))
                        .toList(),
                Arrays.stream(AuditResult.values())
                        .map(result -> new Named(result.name(), result.chinese()))
                        .toList());
    }

    @Operation(summary = "校验审计链", description = "从头逐条核对，并与封存对照；指出第一条有问题的记录。")
    @PostMapping("/verification")
    Verdict verify() {
        log.before(AuditKind.AUDIT_VERIFY, null);
        return reading.verify();
    }

    @Operation(summary = "导出审计记录", description = "UTF-8 CSV；以公式字符开头的内容前加单引号。")
    @GetMapping("/export")
    void export(@ModelAttribute Wanted wanted, HttpServletResponse response) throws IOException {
        log.before(AuditKind.AUDIT_EXPORT, wanted.inWords());
        var first = reading.page(wanted.filter(null, BLOCK)); // what fails, fails before the answer begins
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"audit.csv\"");
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            out.write('\uFEFF'); // or the spreadsheet takes it for another encoding
            write(first, wanted, out);
        }
    }

    private void write(List<AuditRow> first, Wanted wanted, Writer out) throws IOException {
        var csv = new CSVPrinter(out, CSVFormat.EXCEL);
        csv.printRecord("序号", "时间（北京）", "账号", "岗位", "来源", "类别", "对象", "结果", "原因", "追踪号", "节点");
        var rows = first;
        while (!rows.isEmpty()) {
            for (var row : rows) {
                csv.printRecord((Object[]) Line.of(row, post -> post).cells());
            }
            var last = rows.get(rows.size() - 1).id();
            rows = rows.size() < BLOCK ? List.of() : reading.page(wanted.filter(last, BLOCK));
        }
    }

    private static String text(@Nullable Object value) {
        return Objects.toString(value, "");
    }
}

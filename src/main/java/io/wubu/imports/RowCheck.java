package io.wubu.imports;

import io.wubu.imports.files.RawRow;
import io.wubu.imports.files.Refusal;
import io.wubu.imports.files.Texts;
import io.wubu.problems.FindingRules;
import io.wubu.problems.FindingRules.Broken;
import io.wubu.regions.Region;
import io.wubu.regions.Regions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks the rows of one ledger, each by itself and against the rows before it. */
class RowCheck {

    /** 默认值: nobody reads more, and an answer has to end. */
    private static final int MOST_REFUSALS = 2000;

    private static final List<LedgerColumn> IDENTITY = List.of(
            LedgerColumn.DATE,
            LedgerColumn.PROVINCE,
            LedgerColumn.CITY,
            LedgerColumn.COUNTY,
            LedgerColumn.TOWN,
            LedgerColumn.SITE,
            LedgerColumn.TYPE,
            LedgerColumn.PROBLEM);

    private final RegionFinder finder;
    private final FindingRules rules;
    private final String scope;
    private final Heading heading;
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<Refusal> refusals;
    private int refused;

    /** @param scope the region whose ledger this is: rows outside it are refused */
    RowCheck(RegionFinder finder, FindingRules rules, String scope, Heading heading, List<Refusal> refusals) {
        this.finder = finder;
        this.rules = rules;
        this.scope = scope;
        this.heading = heading;
        this.refusals = refusals;
    }

    /** The row if it has no error; otherwise null, and its errors are among the refusals. */
    @Nullable
    LedgerRow check(RawRow row) {
        var before = refused;
        for (var column : LedgerColumn.values()) {
            checkText(row, column);
        }
        if (heading.isExceeded(row)) {
            refuse(row, "整行", "columns.many", "列数多于表头；含逗号的内容应加引号");
        }
        var day = day(row);
        var region = region(row);
        var point = point(row);
        checkCode(row);
        checkTwice(row);
        return refused > before || day == null || region == null ? null : made(row, day, region, point);
    }

    private void checkText(RawRow row, LedgerColumn column) {
        var cell = heading.cell(row, column);
        var text = cell.text();
        if (cell.computed() || Texts.isFormula(text)) {
            refuse(row, column, "formula", "含有公式或以 = + - @ 开头，请改为纯文本");
        } else if (text.isEmpty() && isRequired(row, column)) {
            refuse(row, column, "required", "必填");
        } else if (Texts.length(text) > column.longest()) {
            refuse(row, column, "text.long", "至多 %d 字，现为 %d 字".formatted(column.longest(), Texts.length(text)));
        } else if (Texts.hasForbiddenSigns(text)) {
            refuse(row, column, "text.signs", "含有控制字符，请删除");
        }
    }

    private boolean isRequired(RawRow row, LedgerColumn column) {
        if (column == LedgerColumn.CITY) {
            return !List.of("北京市", "天津市", "北京", "天津", "").contains(text(row, LedgerColumn.PROVINCE));
        }
        return column.isRequired() && column != LedgerColumn.COUNTY;
    }

    private @Nullable LocalDate day(RawRow row) {
        var cell = heading.cell(row, LedgerColumn.DATE);
        if (cell.text().isEmpty() || cell.computed() || Texts.isFormula(cell.text())) {
            return null;
        }
        var day = cell.date() != null ? cell.date() : LedgerDates.read(cell.text());
        if (day == null && LedgerDates.isIncomplete(cell.text())) {
            refuse(row, LedgerColumn.DATE, "date.incomplete", "日期不完整，应写到日，如 2017-03-18");
        } else if (day == null) {
            refuse(row, LedgerColumn.DATE, "date.format", "日期无法识别，应如 2017-03-18");
        } else {
            refuse(row, LedgerColumn.DATE, "", rules.day(day));
        }
        return day;
    }

    private @Nullable Region region(RawRow row) {
        var province = text(row, LedgerColumn.PROVINCE);
        var city = text(row, LedgerColumn.CITY);
        var county = text(row, LedgerColumn.COUNTY);
        if (province.isEmpty() || city.isEmpty() && isRequired(row, LedgerColumn.CITY)) {
            return null;
        }
        var region = finder.find(province, city, county).orElse(null);
        if (region == null) {
            var where = finder.find(province, city, "").isPresent() ? LedgerColumn.COUNTY : LedgerColumn.CITY;
            refuse(row, where, "region.unknown", "区划代码表中没有“" + Texts.shortened(province + city + county) + "”");
        } else if (!Regions.contains(scope, region.code())) {
            refuse(row, LedgerColumn.CITY, "region.foreign", "“" + region.fullName() + "”不在您的辖区内");
        }
        return region;
    }

    private @Nullable Point point(RawRow row) {
        var text = text(row, LedgerColumn.LON_LAT);
        var point = text.isEmpty() ? null : Point.read(text);
        if (point == null && !text.isEmpty()) {
            refuse(row, LedgerColumn.LON_LAT, "point", "应为“经度,纬度”，如 114.49,36.61");
        } else if (point != null) {
            refuse(row, LedgerColumn.LON_LAT, "经度", rules.lon(point.lon()));
            refuse(row, LedgerColumn.LON_LAT, "纬度", rules.lat(point.lat()));
        }
        return point;
    }

    private void checkCode(RawRow row) {
        var code = text(row, LedgerColumn.USCC);
        if (!code.isEmpty()) {
            refuse(row, LedgerColumn.USCC, "", rules.uscc(code));
        }
    }

    private void checkTwice(RawRow row) {
        var key = String.join(
                "\u001F", IDENTITY.stream().map(column -> text(row, column)).toList());
        var first = seen.putIfAbsent(key, row.number());
        if (first != null) {
            refuse(row, "整行", "duplicate", "与第 " + first + " 行重复");
        }
    }

    private LedgerRow made(RawRow row, LocalDate day, Region region, @Nullable Point point) {
        var county = text(row, LedgerColumn.COUNTY);
        var zone = region.isCounty() ? "" : county;
        var remark = text(row, LedgerColumn.REMARK);
        return new LedgerRow(
                row.number(),
                orNull(text(row, LedgerColumn.RECORD_ID)),
                day,
                orNull(text(row, LedgerColumn.TEAM)),
                region.code(),
                orNull(joined("", zone, text(row, LedgerColumn.TOWN), text(row, LedgerColumn.GRID))),
                text(row, LedgerColumn.SITE),
                orNull(text(row, LedgerColumn.USCC)),
                point == null ? null : point.lon(),
                point == null ? null : point.lat(),
                text(row, LedgerColumn.TYPE).replace('（', '(').replace('）', ')'),
                text(row, LedgerColumn.PROBLEM),
                orNull(joined("；", text(row, LedgerColumn.HANDLING), remark.isEmpty() ? "" : "备注：" + remark)));
    }

    private String text(RawRow row, LedgerColumn column) {
        return heading.cell(row, column).text();
    }

    private void refuse(RawRow row, LedgerColumn column, String part, @Nullable Broken broken) {
        if (broken != null) {
            refuse(row, column, broken.code(), part + broken.words());
        }
    }

    private void refuse(RawRow row, LedgerColumn column, String code, String rule) {
        refuse(row, column.chinese(), code, "“" + column.chinese() + "”：" + rule);
    }

    private void refuse(RawRow row, String column, String code, String message) {
        refused++;
        if (refused <= MOST_REFUSALS) {
            refusals.add(new Refusal(row.number(), column, code, message));
        } else if (refused == MOST_REFUSALS + 1) {
            var rest = "错误超过 %,d 处，其后的没有列出；请先更正已列出的".formatted(MOST_REFUSALS);
            refusals.add(new Refusal(row.number(), "文件", "refusals.many", rest));
        }
    }

    private static String joined(String between, String... parts) {
        return String.join(
                between, Stream.of(parts).filter(part -> !part.isEmpty()).toList());
    }

    private static @Nullable String orNull(String text) {
        return Objects.equals(text, "") ? null : text;
    }
}

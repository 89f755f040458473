package io.wubu.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The columns of a ledger that are read, with every heading they are known by; the first one is used in messages. */
enum LedgerColumn {
    RECORD_ID(false, 50, "问题编号", "记录编号", "编号", "record_id"),
    DATE(true, 40, "发现日期", "日期", "检查日期", "date"),
    TEAM(false, 50, "督查组", "组别", "检查人", "team"),
    PROVINCE(true, 50, "省", "省份", "province"),
    CITY(true, 50, "市", "城市", "地市", "city"),
    COUNTY(true, 50, "县区", "县(区)", "县(市、区)", "区县", "县市区", "county"),
    TOWN(false, 100, "乡镇", "乡镇街道", "街道", "town"),
    GRID(false, 50, "网格", "grid"),
    SITE(true, 200, "点位/企业名称", "点位名称", "企业名称", "点位", "point_name"),
    USCC(false, 18, "统一社会信用代码", "信用代码", "uscc"),
    LON_LAT(false, 50, "经纬度", "lon_lat"),
    TYPE(true, 50, "问题类型", "problem_type"),
    PROBLEM(true, 2000, "问题描述", "存在问题", "problem"),
    HANDLING(false, 1000, "查处情况", "处理情况", "handling"),
    REMARK(false, 500, "备注", "flags");

    private final boolean required;
    private final int longest;
    private final List<String> headings;

    LedgerColumn(boolean required, int longest, String... headings) {
        this.required = required;
        this.longest = longest;
        this.headings = List.of(headings);
    }

    /** Whether a ledger without this column is refused; city and county may be empty in a row. */
    boolean isRequired() {
        return required;
    }

    /** How many signs a cell may hold. */
    int longest() {
        return longest;
    }

    /** The column's name in messages. */
    String chinese() {
        return headings.get(0);
    }

    /** The column a heading means; full-width brackets and spaces make no difference. */
    static Optional<LedgerColumn> headed(String heading) {
        var plain =
                heading.replace('（', '(').replace('）', ')').replace("／", "/").replaceAll("\\s", "");
        return Arrays.stream(values())
                .filter(column -> column.headings.stream().anyMatch(plain::equalsIgnoreCase))
                .findFirst();
    }
}

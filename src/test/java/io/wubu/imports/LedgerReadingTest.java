package io.wubu.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.wubu.imports.files.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What the rows of a ledger may look like, and what is said about those that do not. */
class LedgerReadingTest extends LedgerTrial {

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
    void aLedgersDatesFollowTheRulesOfAllFindings() {
        var check = csv(HEAD + ROW.replace("2017", "1018") + ROW);
        assertThat(check.refusals())
                .extracting(Refusal::row, Refusal::code, Refusal::message)
                .containsExactly(tuple(2, "date.early", "“发现日期”：不能早于 2016-09-01，请核对年份"));
    }

    @Test
    void aLedgersPlacesFollowTheRulesOfAllFindings() {
        var head = HEAD.replace("查处情况", "经纬度");
        var check = csv(head
                + ROW.replace("无设施,", "无设施,\"114.49,36.61\"").replace("砖厂", "甲厂")
                + ROW.replace("无设施,", "无设施,\"36.61,14.49\""));
        assertThat(check.refusals())
                .extracting(Refusal::row, Refusal::code, Refusal::message)
                .containsExactly(tuple(3, "range", "“经纬度”：经度应在 73—136 之间"));
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
}

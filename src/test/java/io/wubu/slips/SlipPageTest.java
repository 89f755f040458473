package io.wubu.slips;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.lawclock.Limit;
import java.time.Instant;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** The printed slip: every field of the rule book in its place, nothing of the content taken for markup. */
class SlipPageTest {

    private static final Instant ISSUED = Instant.parse("2026-12-28T10:00:00Z");

    private final SlipPage page = new SlipPage();

    @Test
    void anIssuedSlipShowsColourNumberAddresseeLimitAndCopies() {
        var html = read(slip(SlipState.ISSUED, "邯郸督单〔2026〕7号", true, null));

        assertThat(html.body().hasClass("YELLOW")).isTrue();
        assertThat(html.select(".band").text()).isEqualTo("黄色督办单");
        assertThat(html.select("[data-of=docNo]").text()).isEqualTo("邯郸督单〔2026〕7号");
        assertThat(html.select("[data-of=issuedOn]").text()).isEqualTo("邯郸市督查室　2026年12月28日");
        assertThat(html.select("th").eachText())
                .containsExactly(
                        "主　　送", "事　　项", "督办次数", "存在问题", "督办要求", "完成时限", "后果提示", "抄　　送", "扣　　分", "签　　收", "办理结果", "验　　收");
        assertThat(html.select("td").eachText())
                .contains("丛台区生态环境部门主要负责人", "第2次（督办单到期未办结）", "5个工作日，至2027年1月5日 18:00（暂定）", "县区政府分管负责人", "-1");
    }

    @Test
    void contentIsNeverMarkup() {
        var html = read(slip(SlipState.ISSUED, "邯郸督单〔2026〕7号", false, null));

        assertThat(html.select("script, td b")).isEmpty();
        assertThat(html.select("td").eachText()).contains("<b>料堆</b>未覆盖");
        assertThat(html.text()).doesNotContain("暂定");
    }

    @Test
    void aDraftAndAnEndedSlipSaySo() {
        assertThat(read(slip(SlipState.PREPARED, null, false, null))
                        .select(".mark")
                        .text())
                .isEqualTo("拟稿，未签发");
        assertThat(read(slip(SlipState.ENDED, "邯郸督单〔2026〕7号", false, "问题已销号"))
                        .select(".mark")
                        .text())
                .isEqualTo("已终止：问题已销号");
    }

    private Document read(Slip slip) {
        return Jsoup.parse(page.of(slip, "PB-1｜丛台区｜<script>厂", 2, "邯郸市督查室"));
    }

    private static Slip slip(SlipState state, String docNo, boolean provisional, String endReason) {
        var issued = docNo != null;
        return new Slip(
                "SD-2017Q-130400-00007",
                1,
                "PB-1",
                "130403",
                "130400",
                docNo,
                false,
                Colour.YELLOW,
                Trigger.SLIP_EXPIRED,
                "<b>料堆</b>未覆盖",
                "请立即覆盖",
                "丛台区生态环境部门主要负责人",
                "县区政府分管负责人",
                "COUNTY_LEADER",
                Limit.workingDays(5),
                -1,
                false,
                state,
                null,
                null,
                issued ? ISSUED : null,
                issued ? Instant.parse("2027-01-05T10:00:00Z") : null,
                provisional,
                new Slip.Receipt(null, null),
                new Slip.Reply(null, null, null, null),
                new Slip.Decision(null, null, null, 0),
                endReason,
                null);
    }
}

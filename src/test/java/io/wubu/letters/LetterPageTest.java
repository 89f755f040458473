package io.wubu.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The printed letter: every part of the format in its place, nothing of the content taken for markup. */
class LetterPageTest {

    private static final LetterLine LINE = new LetterLine(
            "PB-2017Q-R06-130403-00001", 1, "丛台区", "<b>某厂</b>", "散乱污", "无手续 & 无设施", null, null, null, null);

    private final LetterPage page = new LetterPage();

    @Test
    void anIssuedLetterShowsNumberTitleAddresseeTextAndDate() {
        var html = Jsoup.parse(page.of(letter("环督函〔2026〕7号", LocalDate.of(2026, 11, 30)), List.of(LINE), "生态环境部"));

        assertThat(html.select("[data-of=issuer]").eachText()).containsExactly("生态环境部", "生态环境部");
        assertThat(html.select("[data-of=docNo]").text()).isEqualTo("环督函〔2026〕7号");
        assertThat(html.select("h1").text()).isEqualTo("关于<script>的督办函");
        assertThat(html.select("[data-of=addressee]").text()).isEqualTo("邯郸市人民政府：");
        assertThat(html.select(".text p").eachText()).containsExactly("第一段。", "第二段。");
        assertThat(html.select("[data-of=issuedOn]").text()).isEqualTo("2026年11月30日");
        assertThat(html.select(".draft")).isEmpty();
    }

    @Test
    void contentIsNeverMarkup() {
        var html = Jsoup.parse(page.of(letter(null, null), List.of(LINE), "生态环境部"));

        assertThat(html.select("script, td b")).isEmpty();
        assertThat(html.select("tbody td").eachText())
                .contains("1", "PB-2017Q-R06-130403-00001", "<b>某厂</b>", "无手续 & 无设施");
    }

    @Test
    void aDraftSaysThatItIsOne() {
        assertThat(page.of(letter(null, null), List.of(LINE), "生态环境部")).contains("函稿，未印发");
    }

    private static Letter letter(String docNo, LocalDate issuedOn) {
        return new Letter(
                "SL-2017Q-R06-130400",
                "2017Q",
                "2017Q-R06",
                LocalDate.of(2026, 11, 26),
                "130400",
                issuedOn == null ? LetterState.COUNTERSIGNING : LetterState.ISSUED,
                1,
                "环督函",
                docNo,
                "关于<script>的督办函",
                "邯郸市人民政府",
                "第一段。\n\n第二段。",
                issuedOn,
                null,
                null,
                null,
                null);
    }
}

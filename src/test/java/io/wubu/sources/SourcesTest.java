package io.wubu.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.shared.CannotStart;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The register of sources: what it says of the law of a day, and how a fault in it is told. */
class SourcesTest {

    private static final String HEAD = "标识,文件名称,文号,制定机关,条款,种类,效力,施行日,末日,接续,默认值理由,核对\n";
    private static final String LAW = "a-1,某法,,某机关,第一条,法律,约束性,2020-01-01,,,,已读\n";

    private final Sources sources = new Sources();

    @Test
    void theRepealedArticleEndsWhereItsSuccessorBegins() {
        var old = sources.get("air-115");
        var successor = sources.get(String.valueOf(old.successor()));

        assertThat(old.isInForce(LocalDate.of(2026, 8, 14))).isTrue();
        assertThat(old.isInForce(LocalDate.of(2026, 8, 15))).isFalse();
        assertThat(successor.isInForce(LocalDate.of(2026, 8, 14))).isFalse();
        assertThat(successor.cited()).isEqualTo("《中华人民共和国生态环境法典》第一千一百二十八条");
    }

    @Test
    void aMonthThatIsAllThatIsKnownCountsWhole() {
        assertThat(sources.get("interview-2014").isInForce(LocalDate.of(2020, 8, 31)))
                .isTrue();
        assertThat(sources.get("interview-2014").isInForce(LocalDate.of(2020, 9, 1)))
                .isFalse();
        assertThat(sources.get("interview-2020").cited()).isEqualTo("《生态环境部约谈办法》（条款待核实）");
    }

    @Test
    void severalAreCitedInTheirOrderAndAnUnknownOneIsAnError() {
        assertThat(sources.cited(List.of("code-158", "code-159")))
                .isEqualTo("《中华人民共和国生态环境法典》第一百五十八条；《中华人民共和国生态环境法典》第一百五十九条");
        assertThatThrownBy(() -> sources.get("code-9999")).hasMessageContaining("code-9999");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a-1,某法,,某机关,第一条,法律,约束性,2020,,,,已读,多 | 第 2 行“列数”：应为 12 列",
                "A 1,某法,,某机关,第一条,法律,约束性,2020,,,,已读 | 第 2 行“标识”",
                "a-1,某法,,某机关,第一条,法令,约束性,2020,,,,已读 | 第 2 行“种类”：应为 [法律, 行政法规",
                "a-1,某法,,某机关,第一条,法律,约束性,2020年,,,,已读 | 第 2 行“施行日”：应为 年-月-日",
                "a-1,某法,,某机关,第一条,法律,约束性,,,,,已读 | 第 2 行“施行日”：不能为空",
                "a-1,某法,,某机关,第一条,法律,约束性,2020,,b-1,,已读 | “a-1”的接续“b-1”不在表内",
                "a-1,某值,,本系统,,默认值,默认值,,,,,自定 | 第 2 行“默认值理由”：不能为空",
                "a-1,某值,,本系统,,默认值,约束性,,,,理由,自定 | 第 2 行“效力”",
            })
    void aFaultInTheRegisterIsToldWithLineColumnAndRule(String row, String words) {
        assertThatThrownBy(() -> read(HEAD + row))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("sources.csv")
                .hasMessageContaining(words);
    }

    @Test
    void aKeyStandsOnce() {
        assertThat(read(HEAD + LAW)).containsOnlyKeys("a-1");
        assertThatThrownBy(() -> read(HEAD + LAW + LAW)).hasMessageContaining("第 3 行“标识”：“a-1”重复");
    }

    private static Map<String, SourceEntry> read(String text) {
        return SourcesFile.read("sources.csv", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}

package io.wubu.problems;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the record says of a new finding. */
class DescribedTest {

    @Test
    void theRecordSaysWhereTheFindingWasMade() {
        assertThat(Described.of(finding("91350100M000100Y43", "114.490000", "36.610000"), null))
                .containsEntry("经纬度", "114.49,36.61")
                .containsEntry("统一社会信用代码", "91350100M000100Y43")
                .doesNotContainKeys("点位原记经纬度", "点位原记代码");
    }

    @Test
    void aFindingWithoutPlaceSaysNothingOfIt() {
        assertThat(Described.of(finding(null, null, null), known("91350100M000100Y43", "114.49", "36.61")))
                .doesNotContainKeys("经纬度", "点位原记经纬度", "统一社会信用代码", "点位原记代码");
    }

    @Test
    void aPlaceThatDiffersFromTheSitesStandsBesideIt() {
        assertThat(Described.of(finding(null, "114.500000", "36.62"), known(null, "114.49", "36.61")))
                .containsEntry("经纬度", "114.5,36.62")
                .containsEntry("点位原记经纬度", "114.49,36.61");
    }

    @Test
    void theSamePlaceInOtherDigitsIsNoDifference() {
        assertThat(Described.of(finding(null, "114.4900004", "36.61"), known(null, "114.490000", "36.610000")))
                .containsEntry("经纬度", "114.49,36.61")
                .doesNotContainKey("点位原记经纬度");
    }

    @Test
    void anotherCodeThanTheSitesStandsBesideIt() {
        assertThat(Described.of(finding("91350100M000100Y43", null, null), known("911101011010101017", null, null)))
                .containsEntry("统一社会信用代码", "91350100M000100Y43")
                .containsEntry("点位原记代码", "911101011010101017");
    }

    private static Finding finding(@Nullable String uscc, @Nullable String lon, @Nullable String lat) {
        return new Finding(
                "SUPERVISION",
                "130403",
                null,
                null,
                "某厂",
                uscc,
                degrees(lon),
                degrees(lat),
                "VOCs治理",
                "现场检查发现的问题，描述至少二十个字，供测试使用。",
                LocalDate.of(2026, 11, 20),
                null,
                null,
                null);
    }

    private static Sites.Known known(@Nullable String uscc, @Nullable String lon, @Nullable String lat) {
        return new Sites.Known(uscc, degrees(lon), degrees(lat));
    }

    private static @Nullable BigDecimal degrees(@Nullable String text) {
        return text == null ? null : new BigDecimal(text);
    }
}

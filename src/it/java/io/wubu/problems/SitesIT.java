package io.wubu.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A site knows where its latest finding was made, and goes with the case it belongs to. */
class SitesIT extends WubuTest {

    private static final LocalDate EARLIER = LocalDate.of(2026, 11, 10);
    private static final LocalDate LATER = LocalDate.of(2026, 11, 20);

    @Autowired
    private Records records;

    @Autowired
    private Sites sites;

    @Test
    void aLaterFindingPutsItsPlaceOnTheSite() {
        found(COUNTY, "铸造厂一", null, EARLIER);
        var number = found(COUNTY, "铸造厂一", "114.52", LATER);
        assertThat(lonOfSite(number)).isEqualByComparingTo("114.52");
        found(COUNTY, "铸造厂一", null, LATER);
        assertThat(lonOfSite(number)).isEqualByComparingTo("114.52");
    }

    @Test
    void eachProblemKeepsItsOwnPlaceAndTheSiteTheLatestOne() {
        var first = found(COUNTY, "铸造厂二", "114.51", EARLIER);
        var second = found(COUNTY, "铸造厂二", "114.52", LATER);
        var late = found(COUNTY, "铸造厂二", "114.53", EARLIER.minusDays(5));
        assertThat(lonOfSite(first)).isEqualByComparingTo("114.52");
        assertThat(List.of(lon(first), lon(second), lon(late)))
                .usingElementComparator(BigDecimal::compareTo)
                .containsExactly(new BigDecimal("114.51"), new BigDecimal("114.52"), new BigDecimal("114.53"));
        assertThat(last(second).content()).containsEntry("经纬度", "114.52,36.6").containsEntry("点位原记经纬度", "114.51,36.6");
    }

    @Test
    void aSplitTakesTheSiteToTheCounty() {
        var number = found(CITY, "铸造厂三", "114.51", LATER);
        split(number, COUNTY);
        assertThat(regionOfSite(number)).isEqualTo(COUNTY);
        assertThat(lonOfSite(number)).isEqualByComparingTo("114.51");
        assertThat(last(number).content()).containsEntry("点位转到", "河北省邯郸市丛台区");
        assertThat(sites.of(CITY))
                .filteredOn(site -> site.name().equals("铸造厂三"))
                .extracting(Sites.Site::regionCode)
                .containsExactly(COUNTY);
    }

    @Test
    void aSiteTheCountyKnowsAlreadyIsTheSameSite() {
        var known = found(COUNTY, "铸造厂四", "114.51", EARLIER);
        split(known, COUNTY);
        var number = found(CITY, "铸造厂四", "114.52", LATER);
        split(number, COUNTY);
        assertThat(problem(number).siteId()).isEqualTo(problem(known).siteId());
        assertThat(lonOfSite(known)).isEqualByComparingTo("114.52");
        assertThat(problem(number).flags()).contains("DUPLICATE");
        assertThat(last(number).content()).containsEntry("疑似重复", known);
    }

    @Test
    void theSiteStaysForTheOtherProblemsFoundThere() {
        var goes = found(CITY, "铸造厂五", "114.51", EARLIER);
        var stays = found(CITY, "铸造厂五", "114.52", LATER);
        split(goes, COUNTY);
        assertThat(regionOfSite(goes)).isEqualTo(COUNTY);
        assertThat(lonOfSite(goes)).isEqualByComparingTo("114.51");
        assertThat(regionOfSite(stays)).isEqualTo(CITY);
    }

    private String found(String region, String site, @Nullable String lon, LocalDate day) {
        var finding = new Finding(
                "SUPERVISION",
                region,
                "2017Q-R06",
                null,
                site,
                null,
                lon == null ? null : new BigDecimal(lon),
                lon == null ? null : new BigDecimal("36.6"),
                "VOCs治理",
                "现场检查发现的问题，描述至少二十个字，供测试使用。",
                day,
                null,
                null,
                null);
        return problems.register(finding, Actor.SYSTEM, List.of());
    }

    private void split(String number, String county) {
        problems.move(
                number,
                Move.of("split", "分办", Actor.SYSTEM, List.of(State.DRAFT), State.SPLIT)
                        .setting("region_code", county));
    }

    private Entry last(String number) {
        var entries = records.of(number);
        return entries.get(entries.size() - 1);
    }

    private BigDecimal lon(String number) {
        return jdbc.sql("select lon from wubu.problem where number = :number")
                .param("number", number)
                .query(BigDecimal.class)
                .single();
    }

    private BigDecimal lonOfSite(String number) {
        return ofSite("lon", number, BigDecimal.class);
    }

    private String regionOfSite(String number) {
        return ofSite("region_code", number, String.class);
    }

    private <T> T ofSite(String column, String number, Class<T> type) {
        return jdbc.sql("select s." + column + " from wubu.problem p join wubu.site s on s.id = p.site_id"
                        + " where p.number = :number")
                .param("number", number)
                .query(type)
                .single();
    }
}

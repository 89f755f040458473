package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.people.Role;
import io.wubu.regions.Regions;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who sees which place (rule book 4.3): by the campaign's tree. */
class ScopeIT extends WubuTest {

    private static final String LANGFANG = "131000";
    private static final String LANGFANG_COUNTY = "131002";

    @LocalServerPort
    private int port;

    @Autowired
    private Regions regions;

    @Test
    void aPlaceThatIsItsOwnAddresseeIsItsProvincesAndNotItsCodesCitys() {
        seen("130181", List.of("130181", "130000"), List.of("130100", "130600", "410000"));
        seen("130682", List.of("130682", "130000"), List.of("130600"));
        seen("419001", List.of("419001", "410000"), List.of("410100", "140000"));
        seen("410526", List.of("410526", "410000"), List.of("410500"));
        seen("410173", List.of("410173", "410000"), List.of("410100"));
        seen("130629", List.of("133100", "130000"), List.of("130600"));
    }

    /** The beginnings given to SQL fit what the tree says, for every pair of places in question. */
    @Test
    void theBeginningsOfCodesFitTheTreeExactly() {
        var codes = jdbc.sql("select code from wubu.region").query(String.class).list();
        for (var outer : List.of(
                "000000", "130000", "410000", "130100", "130600", "133100", "410100", "410200", "410500", "410700",
                "419000", "419001", "130181", "130403", "110000")) {
            var stems = regions.stems(outer);
            assertThat(codes).as(outer).allSatisfy(inner -> assertThat(
                            stems.stream().anyMatch(inner::startsWith))
                    .as(inner)
                    .isEqualTo(regions.covers(outer, inner)));
            assertThat(stems).noneMatch(stem -> stem.length() == 6 && stem.endsWith("00") && !stem.equals(outer));
        }
        assertThat(regions.stems("130400")).containsExactly("1304");
        assertThat(regions.cityOf("130181")).isEqualTo("130181");
        assertThat(regions.named("河北省", "石家庄市", "辛集市").orElseThrow().cityCode()).isEqualTo("130181");
    }

    @Test
    void aCodeIsUsedOnlyWhileItIsValid() {
        jdbc.sql(
                        """
                        insert into wubu.region (code, name, full_name, level, parent_code, city_code, kind, valid_to)
                        values ('130499', '试验县', '河北省邯郸市试验县', 'county', '130400', '130400', '行政区', '2018-06-30')
                        """)
                .update();
        try {
            assertThat(regions.isInUse("130499", LocalDate.of(2018, 6, 30))).isTrue();
            assertThat(regions.isInUse("130499", LocalDate.of(2018, 7, 1))).isFalse();
            assertThat(regions.under("130400"))
                    .extracting(region -> region.code())
                    .doesNotContain("130499");
            assertThat(regions.get("130499").name())
                    .as("old cases keep their place")
                    .isEqualTo("试验县");
            var team = new Browser(port).withPassword(account(Role.SUPERVISION_TEAM, CITY), PASSWORD);
            var answer = team.send("POST", "/api/findings", "{\"countyCode\":\"130499\"}");
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("已停用");
        } finally {
            jdbc.sql("delete from wubu.region where code = '130499'").update();
        }
    }

    @Test
    void aPaperIsReadInItsLaneAndAboveItAndNotBelow() {
        var number = importedProblem(LANGFANG_COUNTY, "散乱污");
        var paper = "/api/tasks/" + task(number, "signIn").getId() + "/paper";
        for (var role : List.of(Role.CITY_ECO_OFFICE, Role.CITY_LEADER)) {
            assertThat(read(role, LANGFANG, paper)).as(role.chinese()).isEqualTo(200);
        }
        assertThat(read(Role.PROVINCE_OFFICE, "130000", paper)).isEqualTo(200);
        assertThat(read(Role.MINISTRY_LEADER, MINISTRY, paper)).isEqualTo(200);
        assertThat(read(Role.COUNTY_GOV, LANGFANG_COUNTY, paper)).isEqualTo(404);
        assertThat(read(Role.COUNTY_GOV, LANGFANG_COUNTY, "/api/problems/" + number))
                .isEqualTo(200);
    }

    private int read(Role role, String region, String path) {
        return new Browser(port)
                .withPassword(account(role, region), PASSWORD)
                .get(path)
                .statusCode();
    }

    private void seen(String county, List<String> by, List<String> notBy) {
        var number = importedProblem(county, "散乱污");
        for (var region : by) {
            var account = account(office(region), region);
            as(account, () -> assertThat(tasks(number)).as(account).isEqualTo(1));
            var browser = new Browser(port).withPassword(account, PASSWORD);
            assertThat(browser.get("/api/problems/" + number).statusCode())
                    .as(account)
                    .isEqualTo(200);
            assertThat(browser.get("/api/problems?text=" + number).body())
                    .as(account)
                    .contains(number);
        }
        for (var region : notBy) {
            var account = account(office(region), region);
            as(account, () -> assertThat(tasks(number)).as(account).isZero());
            var browser = new Browser(port).withPassword(account, PASSWORD);
            assertThat(browser.get("/api/problems/" + number).statusCode())
                    .as(account)
                    .isEqualTo(404);
            assertThat(browser.get("/api/problems?text=" + number).body())
                    .as(account)
                    .doesNotContain(number);
        }
        endAll(number);
    }

    private static Role office(String region) {
        return region.endsWith("0000") ? Role.PROVINCE_OFFICE : Role.CITY_ECO_OFFICE;
    }

    private long tasks(String number) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(number)
                .count();
    }
}

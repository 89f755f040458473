package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.people.People;
import io.wubu.people.Person;
import io.wubu.people.Role;
import io.wubu.shared.RuleBroken;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A place's post and its checker's are not held by one account, and nobody checks where he comes from. */
class ApartIT extends WubuTest {

    @LocalServerPort
    private int port;

    @Autowired
    private People people;

    @Test
    void aPlacesPostAndItsCheckersAreApart() {
        refused("COUNTY_GOV", COUNTY, "COUNTY_ECO_BUREAU", COUNTY, "丛台区县区政府", "丛台区县区生态环境局");
        refused("COUNTY_ECO_BUREAU", COUNTY, "RESPONSIBLE_UNIT", COUNTY, "丛台区责任单位");
        refused("COUNTY_LEADER", COUNTY, "CITY_ECO_OFFICE", CITY, "邯郸市整改办");
        refused("CITY_GOV", CITY, "PROVINCE_OFFICE", "130000", "河北省整改办");
        refused("CITY_GOV", CITY, "PATROL_TEAM", CITY, "邯郸市巡查组");
        refused("CITY_ECO_OFFICE", CITY, "CITY_LEADER", CITY, "邯郸市政府负责人");
        refused("RESPONSIBLE_UNIT", COUNTY, "MINISTRY_SUPERVISION_OFFICE", MINISTRY, "专项督查办");
        refused("TEAM_LEADER", CITY, "CITY_GOV", CITY, "邯郸市政府");
        given("COUNTY_ECO_BUREAU", COUNTY, "RESPONSIBLE_UNIT", OTHER_COUNTY);
        given("COUNTY_GOV", COUNTY, "CITY_ECO_OFFICE", "140500");
        given("COUNTY_GOV", COUNTY, "COUNTY_LEADER", COUNTY);
    }

    /** 籍贯: held against each checking post over it, below it and above it, whichever post named it. */
    @Test
    void nobodyIsGivenAPostThatChecksHisHome() {
        for (var home : new String[] {CITY, COUNTY, "130000"}) {
            var id = opened();
            var answer = give(id, "COUNTY_ECO_BUREAU", COUNTY, home);
            assertThat(answer).as(home).contains("籍贯所在地");
            assertThat(give(id, "PATROL_TEAM", CITY, home)).contains("籍贯所在地");
            assertThat(give(id, "RESPONSIBLE_UNIT", COUNTY, home))
                    .as("does, and does not check")
                    .isEmpty();
        }
        var id = opened();
        assertThat(give(id, "HOTLINE_OPERATOR", "140500", COUNTY)).isEmpty();
        assertThat(give(id, "PROVINCE_OFFICE", "130000", null))
                .as("named with another post")
                .contains("籍贯所在地");
        assertThat(give(id, "MINISTRY_LEADER", MINISTRY, null))
                .as("checks the other post")
                .contains("岗位分离");
    }

    @Test
    void whatClashesAlreadyIsTold() {
        var id = "legacy" + UUID.randomUUID().toString().substring(0, 6);
        people.add(new Person(id, "丛台区责任单位", Role.RESPONSIBLE_UNIT, COUNTY, null));
        assertThatThrownBy(() -> people.add(new Person(id, "邯郸市巡查组", Role.PATROL_TEAM, CITY, null)))
                .isInstanceOf(RuleBroken.class)
                .hasMessageContaining("岗位分离");
        jdbc.sql("insert into wubu.person (user_id, display_name, role, region_code, acting)"
                        + " values (:id, '邯郸市巡查组', 'PATROL_TEAM', '130400', false)")
                .param("id", id)
                .update();
        try {
            assertThat(program(Role.SECURITY_ADMIN).get("/api/accounts/clashes").body())
                    .contains(id, "丛台区责任单位", "邯郸市巡查组", "岗位分离");
        } finally {
            jdbc.sql("delete from wubu.person where user_id = :id")
                    .param("id", id)
                    .update();
        }
    }

    private void refused(String held, String place, String wanted, String other, String... words) {
        var id = opened();
        assertThat(give(id, held, place, null)).isEmpty();
        assertThat(give(id, wanted, other, null)).contains("岗位分离", "不得由同一账号兼任").contains(words);
        assertThat(people.postsOf(id)).hasSize(1);
    }

    private void given(String held, String place, String wanted, String other) {
        var id = opened();
        assertThat(give(id, held, place, null)).isEmpty();
        assertThat(give(id, wanted, other, null)).isEmpty();
    }

    /** What is said against it; empty if nothing. */
    private String give(String id, String role, String region, String home) {
        var body = "{\"role\":\"%s\",\"regionCode\":\"%s\"%s}"
                .formatted(role, region, home == null ? "" : ",\"homeRegion\":\"" + home + "\"");
        var answer = program(Role.SECURITY_ADMIN).send("POST", "/api/accounts/" + id + "/posts", body);
        assertThat(answer.statusCode()).as(answer.body()).isIn(204, 422);
        return answer.body();
    }

    private String opened() {
        var id = "a" + UUID.randomUUID().toString().substring(0, 8);
        var opened = program(Role.MINISTRY_ADMIN)
                .send("POST", "/api/accounts", "{\"account\":\"" + id + "\",\"name\":\"试用\"}");
        assertThat(opened.statusCode()).isEqualTo(201);
        return id;
    }

    private Browser program(Role role) {
        return new Browser(port).withPassword(account(role, MINISTRY), PASSWORD);
    }
}

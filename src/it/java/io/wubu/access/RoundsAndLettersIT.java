package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.letters.LetterState;
import io.wubu.letters.LetterText;
import io.wubu.letters.Letters;
import io.wubu.people.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Rounds and letters over HTTP: the office starts a round, a letter is read by others only once it is issued. */
class RoundsAndLettersIT extends WubuTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Letters letters;

    @Test
    void onlyTheOfficeStartsARound() {
        var city = new Browser(port).signIn(account(Role.CITY_ECO_OFFICE, CITY), "tasklist");
        var office = new Browser(port).signIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), "tasklist");

        assertThat(city.send("POST", "/api/rounds", "{\"no\":5}").statusCode()).isEqualTo(404);
        assertThat(openSteps("RD-2017Q-R05")).isEmpty();
        var answer = office.send("POST", "/api/rounds", "{\"no\":5}");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("RD-2017Q-R05");
        assertThat(openSteps("RD-2017Q-R05")).containsExactly("planRound");
        assertThat(office.send("POST", "/api/rounds", "{\"no\":5}").statusCode())
                .isEqualTo(422);
        assertThat(city.get("/api/rounds").statusCode()).isEqualTo(404);
        assertThat(office.get("/api/rounds").body()).containsPattern("\"no\":5,[^}]*\"startable\":false");
        assertThat(city.get("/api/me").body()).contains("\"role\":\"CITY_ECO_OFFICE\"");
        assertThat(city.get("/api/rounds/2017Q-R05/draw").statusCode()).isEqualTo(404);
    }

    @Test
    void aDraftIsTheMinistrysAnIssuedLetterTheCitysToo() {
        var number = letters.open("2017Q", "2017Q-R01", LocalDate.of(2026, 9, 17), CITY);
        letters.draft(number, new LetterText("环督函", "关于督查发现问题的督办函", "邯郸市人民政府", "请立即查处。"), "office");
        var path = "/api/letters/" + number + "/print";
        var city = new Browser(port).signIn(account(Role.CITY_GOV, CITY), "tasklist");
        var other = new Browser(port).signIn(account(Role.CITY_GOV, "140500"), "tasklist");
        var office = new Browser(port).signIn(account(Role.MINISTRY_SUPERVISION_OFFICE, MINISTRY), "tasklist");

        assertThat(office.get(path).body()).contains("函稿，未印发");
        assertThat(city.get(path).statusCode()).isEqualTo(404);
        letters.decide(number, LetterState.APPROVED);
        var docNo = letters.issue(number, LocalDate.of(2026, 11, 24), LocalDate.of(2026, 12, 9));
        var page = city.get(path);
        assertThat(page.body()).contains(docNo).doesNotContain("函稿");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).startsWith("sandbox; default-src 'none'"));
        assertThat(other.get(path).statusCode()).isEqualTo(404);
    }
}

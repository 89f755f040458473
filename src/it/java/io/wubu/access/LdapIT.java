package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.Outsiders;
import io.wubu.WubuTest;
import io.wubu.accounts.Accounts;
import io.wubu.accounts.Telephone;
import io.wubu.people.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Passwords of the authority's directory, asked of a real LDAP server. */
class LdapIT extends WubuTest {

    private static final String LOCAL = "geheim-1234";
    private static final String THERE = "Amt-2026-pw";

    @LocalServerPort
    private int port;

    @Autowired
    private OutsideProof outside;

    @Autowired
    private Accounts accounts;

    @BeforeEach
    @AfterEach
    void forget() {
        jdbc.sql("delete from wubu.sign_in_failure").update();
        Outsiders.binds();
    }

    /** T22: the same session as for a password of ours; the old one opens nothing any more. */
    @Test
    void aMarkedAccountComesInWithItsPasswordThereByEveryDoor() {
        var account = marked(Role.CITY_ECO_OFFICE, "410100");
        assertThat(Outsiders.binds()).isEmpty();
        for (var wrong : List.of(LOCAL, "wrong", THERE + " ")) {
            assertThat(step(account, wrong)).as(wrong).isEqualTo("REFUSED");
            assertThat(webapp(account, wrong)).as(wrong).isEqualTo(401);
            assertThat(basic(account, wrong)).as(wrong).isEqualTo(401);
            forget();
        }
        assertThat(basic(account, THERE)).isEqualTo(200);
        assertThat(webapp(account, THERE)).isEqualTo(200);
        var browser = new Browser(port);
        assertThat(new Entrance(browser, account, THERE).step()).isEqualTo("IN");
        assertThat(browser.get(Browser.ENGINE + "/task").statusCode()).isEqualTo(200);
        assertThat(browser.get("/api/problems").statusCode()).isEqualTo(200);
        assertThat(Outsiders.binds()).allSatisfy(bind -> assertThat(bind.name()).startsWith("uid=" + account + ","));
    }

    /** An unauthenticated bind would succeed. */
    @Test
    void anEmptyPasswordIsNeverSent() {
        var account = marked(Role.CITY_GOV, "410100");
        assertThat(outside.matches(account, "")).isFalse();
        assertThat(webapp(account, "")).isEqualTo(401);
        assertThat(basic(account, "")).isEqualTo(401);
        assertThat(step(account, "")).isEqualTo("422");
        assertThat(Outsiders.binds()).isEmpty();
    }

    /** Signs of the filter's language are signs of the name. */
    @Test
    void anAccountIsNoPartOfTheFilter() {
        Outsiders.enter("filter.one", "filter", THERE);
        assertThat(outside.matches("filter.one", THERE)).isTrue();
        for (var forged : List.of(
                "filter.*",
                "filter.one)(uid=*",
                "nobody)(|(uid=filter.one)",
                "*)(uid=filter.one",
                "filter\\2eone",
                "filter.one\0",
                "uid=filter.one")) {
            assertThat(outside.matches(forged, THERE)).as(forged).isFalse();
        }
    }

    @Test
    void anAccountWithTwoEntriesIsNobodys() {
        Outsiders.enter("twice.there", "first", THERE);
        assertThat(outside.matches("twice.there", THERE)).isTrue();
        Outsiders.enter("twice.there", "second", "Anders-2026");
        assertThat(outside.matches("twice.there", THERE)).isFalse();
        assertThat(outside.matches("twice.there", "Anders-2026")).isFalse();
    }

    /** T20: and while it is locked here, nobody can have it locked there. */
    @Test
    void wrongPasswordsLockHereAndTheDirectoryIsLeftAlone() {
        var account = marked(Role.POLICE, "410100");
        for (var i = 0; i < 5; i++) {
            assertThat(step(account, "wrong-" + i)).isEqualTo("REFUSED");
        }
        assertThat(Outsiders.binds()).hasSize(5);
        assertThat(step(account, THERE)).isEqualTo("REFUSED");
        assertThat(Outsiders.binds()).isEmpty();
        assertThat(reason(account)).isEqualTo("locked");
        clock.advance(Duration.ofMinutes(16));
        assertThat(step(account, THERE)).isEqualTo("IN");
    }

    /** T22: what is said; how long it takes is not measured. */
    @Test
    void unknownWrongAndUnmarkedAreAnsweredInTheSameWords() {
        var account = marked(Role.ORG_DEPT, "410100");
        Outsiders.enter("only.there", "people", THERE);
        var wrong = attempt(account, "wrong");
        assertThat(attempt("nobody.here", "wrong")).isEqualTo(wrong);
        assertThat(attempt("only.there", THERE)).isEqualTo(wrong);
        assertThat(reason("only.there")).isEqualTo("password");
    }

    /** Nothing else proves who he is; who has a password of ours works on. */
    @Test
    void whileTheDirectoryIsDownItsAccountsAreToldSo() {
        var account = marked(Role.EIA_DEPT, "410100");
        var local = account(Role.MINISTRY_ADMIN, MINISTRY);
        Outsiders.withoutDirectory(() -> {
            for (var password : List.of(THERE, LOCAL)) {
                var answer = new Entrance(new Browser(port), account, password).tryIt();
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).contains("单位目录暂时连接不上").doesNotContain("Exception");
                assertThat(reason(account)).isEqualTo("directory");
                assertThat(webapp(account, password)).isEqualTo(503);
                var program = new Browser(port).withPassword(account, password).get("/api/me");
                assertThat(program.statusCode()).isEqualTo(503);
                assertThat(program.body()).contains("单位目录暂时连接不上");
            }
            assertThat(step(local, LOCAL)).isEqualTo("IN");
        });
        assertThat(jdbc.sql("select count(*) from wubu.sign_in_failure where account = :id")
                        .param("id", account)
                        .query(Integer.class)
                        .single())
                .as("no guess")
                .isZero();
        assertThat(step(account, THERE)).isEqualTo("IN");
    }

    /** T33. */
    @Test
    void anAdministratorOfTheDirectoryNeedsHisSecondFactorHere() {
        var account = "ldap.keeper";
        Outsiders.enter(account, "keepers", THERE);
        system().send("POST", "/api/accounts", "{\"account\":\"" + account + "\",\"name\":\"试用\"}");
        signedIn(account(Role.SECURITY_ADMIN, MINISTRY))
                .send("POST", path(account) + "/posts", "{\"role\":\"MINISTRY_ADMIN\",\"regionCode\":\"000000\"}");
        assertThat(move(account, true)).isEqualTo(200);
        var browser = new Browser(port);
        var asked = Entrance.json(new Entrance(browser, account, THERE).tryIt().body());
        assertThat(asked.get("step").asText()).isEqualTo("ENROL");
        var secret = asked.get("enrolment").get("secret").asText();
        assertThat(new Entrance(browser, account, "wrong")
                        .code(Telephone.codeNow(secret))
                        .step())
                .isEqualTo("REFUSED");
        assertThat(new Entrance(browser, account, THERE)
                        .code(Telephone.codeNow(secret))
                        .step())
                .isEqualTo("IN");
        assertThat(new Entrance(new Browser(port), account, THERE).step()).isEqualTo("CODE");
    }

    @Test
    void whereToChangeThePasswordIsSaidInWords() {
        var account = marked(Role.DISCIPLINE, "410100");
        var browser = new Browser(port);
        assertThat(new Entrance(browser, account, THERE).step()).isEqualTo("IN");
        assertThat(browser.get("/api/me").body()).contains("请在单位的统一身份认证系统中修改口令");
        var answer = browser.send(
                "POST", "/api/me/password", "{\"password\":\"" + THERE + "\",\"newPassword\":\"Lang-Genug-77-x\"}");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("不在本系统修改", "请在单位的统一身份认证系统中修改口令");
        assertThat(browser.send(
                                "PUT",
                                Browser.ENGINE + "/user/" + account + "/credentials",
                                "{\"password\":\"Lang-Genug-77-x\",\"authenticatedUserPassword\":\"" + THERE + "\"}")
                        .statusCode())
                .isIn(400, 403);
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
        var local = signedIn(account(Role.CITY_ECO_OFFICE, CITY));
        assertThat(local.get("/api/me").body()).doesNotContain("passwordElsewhere");
    }

    @Test
    void theSystemAdministratorMovesAnAccountOutAndBack() {
        var account = account(Role.PROCURATORATE, "410100");
        Outsiders.enter(account, "movers", THERE);
        var officer = signedIn(account);
        assertThat(signedIn(account(Role.SECURITY_ADMIN, MINISTRY))
                        .send("POST", path(account) + "/source", "{\"outside\":true}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(move(account(Role.MINISTRY_ADMIN, MINISTRY), true))
                .as("himself")
                .isEqualTo(422);
        assertThat(move("nobody.here", true)).isEqualTo(404);
        assertThat(step(account, THERE)).isEqualTo("REFUSED");
        assertThat(move(account, true)).isEqualTo(200);
        assertThat(officer.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(step(account, THERE)).isEqualTo("IN");
        var reset = system().send("POST", path(account) + "/password", "{}");
        assertThat(reset.statusCode()).isEqualTo(422);
        assertThat(reset.body()).contains("本系统没有它的口令");
        var back = system().send("POST", path(account) + "/source", "{\"outside\":false}");
        assertThat(step(account, THERE)).isEqualTo("REFUSED");
        var handed = Entrance.json(back.body()).get("password").asText();
        assertThat(step(account, handed)).isEqualTo("NEW_PASSWORD");
        assertThat(accounts.standing(account).outside()).isFalse();
        assertThat(jdbc.sql("select object from wubu.audit_event where object like :object order by id")
                        .param("object", "%side " + account)
                        .query(String.class)
                        .list())
                .containsExactly("outside " + account, "inside " + account);
    }

    /** An account of ours that the directory vouches for from now on. */
    private String marked(Role role, String region) {
        var account = account(role, region);
        if (!accounts.standing(account).outside()) {
            Outsiders.enter(account, "people", THERE);
            assertThat(move(account, true)).isEqualTo(200);
        }
        return account;
    }

    private int move(String account, boolean out) {
        return system().send("POST", path(account) + "/source", "{\"outside\":" + out + "}")
                .statusCode();
    }

    private Browser system() {
        return signedIn(account(Role.MINISTRY_ADMIN, MINISTRY));
    }

    private Browser signedIn(String account) {
        var browser = new Browser(port);
        assertThat(new Entrance(browser, account, LOCAL).step()).isEqualTo("IN");
        return browser;
    }

    private String step(String account, String password) {
        return new Entrance(new Browser(port), account, password).step();
    }

    private int webapp(String account, String password) {
        return new Browser(port).tryToSignIn(account, password, "tasklist");
    }

    private int basic(String account, String password) {
        return new Browser(port)
                .withPassword(account, password)
                .get("/v3/api-docs")
                .statusCode();
    }

    private String attempt(String account, String password) {
        var answer = new Entrance(new Browser(port), account, password).tryIt();
        return answer.statusCode() + " " + answer.body().replaceFirst("\"trace\":\"[0-9a-f]{16}\"", "");
    }

    private String reason(String account) {
        return jdbc.sql("select reason from wubu.audit_event where account = :id and result = 'REFUSED'"
                        + " order by id desc limit 1")
                .param("id", account)
                .query(String.class)
                .single();
    }

    private static String path(String id) {
        return "/api/accounts/" + id;
    }
}

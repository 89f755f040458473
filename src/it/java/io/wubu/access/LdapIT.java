package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.Outsiders;
import io.wubu.people.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Passwords of the authority's directory, asked of a real LDAP server. */
class LdapIT extends LdapSteps {

    /** T22: the same session as for a password of ours; the old one opens nothing any more. */
    @Test
    void aMarkedAccountComesInWithItsPasswordThereByEveryDoor() {
        var account = marked(Role.CITY_ECO_OFFICE, "371600");
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
        var account = marked(Role.CITY_GOV, "371600");
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
        var account = marked(Role.POLICE, "371600");
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
        var account = marked(Role.ORG_DEPT, "371600");
        Outsiders.enter("only.there", "people", THERE);
        var wrong = attempt(account, "wrong");
        assertThat(attempt("nobody.here", "wrong")).isEqualTo(wrong);
        assertThat(attempt("only.there", THERE)).isEqualTo(wrong);
        assertThat(reason("only.there")).isEqualTo("password");
    }

    /** Nothing else proves who he is; who has a password of ours works on. */
    @Test
    void whileTheDirectoryIsDownItsAccountsAreToldSo() {
        var account = marked(Role.EIA_DEPT, "371600");
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
}

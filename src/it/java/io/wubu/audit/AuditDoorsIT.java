package io.wubu.audit;

import static io.wubu.audit.AuditResult.DONE;
import static io.wubu.audit.AuditResult.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.access.Browser;
import io.wubu.access.Entrance;
import io.wubu.audit.chain.AuditTest;
import io.wubu.people.Role;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** T90 at the doors: coming, going, failing, locks, passwords, accounts and posts leave a row each. */
class AuditDoorsIT extends AuditTest {

    /** A city no other test has officers in. */
    private static final String FAR = "410700";

    private static final String OTHER_PASSWORD = "Lang-Genug-77-x";

    @AfterEach
    void forgetFailures() {
        jdbc.sql("delete from wubu.sign_in_failure").update();
    }

    @Test
    void comingAndGoingByThePage() {
        var account = account(Role.CITY_GOV, FAR);
        var browser = new Browser(port);
        var wrong = rowOf(new Entrance(browser, account, "Nicht-Richtig-1").tryIt());
        assertWhole(wrong, AuditKind.SIGN_IN, REFUSED, account, "");
        assertThat(wrong.reason()).isEqualTo("password");
        var in = rowOf(new Entrance(browser, account, PASSWORD).tryIt());
        assertWhole(in, AuditKind.SIGN_IN, DONE, account, "");
        assertThat(in.reason()).isEqualTo("page");
        assertThat(in.post()).isEqualTo("CITY_GOV@" + FAR);
        assertWhole(rowOf(browser.send("POST", "/api/sign-out", "{}")), AuditKind.SIGN_OUT, DONE, account, "");
    }

    @Test
    void comingByTheWebappsAndByPrograms() {
        var account = account(Role.CITY_LEADER, FAR);
        new Browser(port).tryToSignIn(account, "wrong", "tasklist");
        assertWhole(row(AuditKind.SIGN_IN, REFUSED), AuditKind.SIGN_IN, REFUSED, account, "");
        new Browser(port).signIn(account, "tasklist");
        assertThat(row(AuditKind.SIGN_IN, DONE).reason()).isEqualTo("webapp");

        var program = account(Role.EIA_DEPT, FAR);
        var refused = rowOf(new Browser(port).withPassword(program, "wrong").get("/api/me"));
        assertWhole(refused, AuditKind.SIGN_IN, REFUSED, program, "");
        var calls = new Browser(port).withPassword(program, PASSWORD);
        var first = rowOf(calls.get("/api/me"));
        assertWhole(first, AuditKind.SIGN_IN, DONE, program, "");
        assertThat(first.reason()).isEqualTo("basic");
        calls.get("/api/me");
        assertThat(rows(AuditKind.SIGN_IN, DONE))
                .as("the second call of the same program is no second sign-in")
                .filteredOn(row -> program.equals(row.account()))
                .hasSize(1);
    }

    @Test
    void aLockIsWrittenDownOnce() {
        var account = account(Role.POLICE, FAR);
        for (var i = 0; i < 7; i++) {
            new Entrance(new Browser(port), account, "Nicht-Richtig-1").tryIt();
        }
        assertThat(rows(AuditKind.SIGN_IN, REFUSED)).hasSize(7);
        var lock = row(AuditKind.ACCOUNT, REFUSED);
        assertWhole(lock, AuditKind.ACCOUNT, REFUSED, account, "锁定 " + account);
        assertThat(lock.reason()).isEqualTo("source 127.0.0.1");
    }

    @Test
    void aNewPasswordAndTheSessionsItEnds() {
        var account = account(Role.ORG_DEPT, FAR);
        var here = in(account, PASSWORD);
        in(account, PASSWORD);
        assertThat(here.send(
                                "POST",
                                "/api/me/password",
                                "{\"password\":\"" + PASSWORD + "\",\"newPassword\":\"" + OTHER_PASSWORD + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertWhole(row(AuditKind.PASSWORD, DONE), AuditKind.PASSWORD, DONE, account, account);
        assertThat(rows(AuditKind.SIGN_OUT, DONE)).extracting(AuditRow::reason).containsExactly("password", "password");
    }

    @Test
    void accountsOpenedClosedAndGivenPosts() {
        var system = in(account(Role.MINISTRY_ADMIN, MINISTRY), PASSWORD);
        var security = in(account(Role.SECURITY_ADMIN, MINISTRY), PASSWORD);
        var id = "t" + UUID.randomUUID().toString().substring(0, 8);
        var path = "/api/accounts/" + id;
        assertThat(system.send("POST", "/api/accounts", "{\"account\":\"" + id + "\",\"name\":\"试用\"}")
                        .statusCode())
                .isEqualTo(201);
        var admin = account(Role.MINISTRY_ADMIN, MINISTRY);
        assertWhole(row(AuditKind.ACCOUNT, DONE), AuditKind.ACCOUNT, DONE, admin, "opened " + id);
        assertWhole(row(AuditKind.PASSWORD, DONE), AuditKind.PASSWORD, DONE, admin, id);
        var first = handed(system, path);
        told(
                security,
                Role.SECURITY_ADMIN,
                "POST",
                path + "/posts",
                post("HOTLINE_OPERATOR"),
                "HOTLINE_OPERATOR@" + FAR);
        told(
                security,
                Role.SECURITY_ADMIN,
                "POST",
                path + "/posts",
                post("DISCLOSURE_EDITOR"),
                "DISCLOSURE_EDITOR@" + FAR);
        told(security, Role.SECURITY_ADMIN, "DELETE", path + "/lock", "{}", id);
        told(system, Role.MINISTRY_ADMIN, "POST", path + "/state", "{\"disabled\":true}", id);
        told(system, Role.MINISTRY_ADMIN, "POST", path + "/state", "{\"disabled\":false}", id);

        var officer = new Browser(port);
        assertThat(new Entrance(officer, id, first).newPassword(OTHER_PASSWORD).step())
                .isEqualTo("IN");
        officer.get("/api/me");
        var chosen =
                officer.send("PUT", "/api/me/post", "{\"role\":\"DISCLOSURE_EDITOR\",\"regionCode\":\"" + FAR + "\"}");
        assertThat(chosen.statusCode()).as(chosen.body()).isEqualTo(200);
        assertWhole(rowOf(chosen), AuditKind.POST, DONE, id, "DISCLOSURE_EDITOR@" + FAR);
        told(
                security,
                Role.SECURITY_ADMIN,
                "DELETE",
                path + "/posts/DISCLOSURE_EDITOR/" + FAR,
                "{}",
                "DISCLOSURE_EDITOR@" + FAR);
        assertThat(rows())
                .noneMatch(row -> String.valueOf(row).contains(first)
                        || String.valueOf(row).contains(OTHER_PASSWORD));
    }

    /** A first password the administrator hands out, the second one of the account. */
    private String handed(Browser system, String path) {
        var admin = account(Role.MINISTRY_ADMIN, MINISTRY);
        var handed = system.send("POST", path + "/password", "{}");
        assertThat(rows(AuditKind.PASSWORD, DONE))
                .as("the first one and this one")
                .extracting(AuditRow::account)
                .containsExactly(admin, admin);
        return Entrance.json(handed.body()).get("password").asText();
    }

    private void told(Browser by, Role role, String method, String path, String body, String object) {
        var answer = by.send(method, path, body);
        assertThat(answer.statusCode()).as(path + answer.body()).isIn(201, 204);
        assertWhole(rowOf(answer), AuditKind.ACCOUNT, DONE, account(role, MINISTRY), object);
    }

    private Browser in(String account, String password) {
        var browser = new Browser(port);
        assertThat(new Entrance(browser, account, password).step()).isEqualTo("IN");
        return browser;
    }

    private static String post(String role) {
        return "{\"role\":\"" + role + "\",\"regionCode\":\"" + FAR + "\"}";
    }
}

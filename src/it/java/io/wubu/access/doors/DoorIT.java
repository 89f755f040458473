package io.wubu.access.doors;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.access.Entrance;
import io.wubu.people.Role;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Passwords and sessions; the numbers are those of the threat list. */
class DoorIT extends WubuTest {

    @LocalServerPort
    private int port;

    /** T24: what an older version has stored becomes slow as soon as its password is seen. */
    @Test
    void passwordsAreHashedSlowlyAndOlderHashesReplaced() throws NoSuchAlgorithmException {
        var account = account(Role.DISCIPLINE, CITY);
        assertThat(hash(account)).startsWith("{ARGON2ID}$argon2id$v=19$m=16384,t=2,p=1$");
        jdbc.sql("update public.act_id_user set pwd_ = :old, salt_ = 'salt' where id_ = :id")
                .param("old", "{SHA-512}" + sha512("geheim-1234" + "salt"))
                .param("id", account)
                .update();
        assertThat(new Browser(port).tryToSignIn(account, "wrong", "tasklist")).isEqualTo(401);
        assertThat(hash(account)).startsWith("{SHA-512}");
        assertThat(new Browser(port).tryToSignIn(account, "geheim-1234", "tasklist"))
                .isEqualTo(200);
        assertThat(hash(account)).startsWith("{ARGON2ID}");
        assertThat(new Browser(port).tryToSignIn(account, "geheim-1234", "tasklist"))
                .isEqualTo(200);
    }

    /** T25. */
    @Test
    void aSessionBeginsAnewAtTheDoorAndEndsWithItsUser() {
        var account = account(Role.ORG_DEPT, CITY);
        var stranger = new Browser(port);
        stranger.page("/camunda/app/tasklist/default/");
        assertThat(sessions(account)).as("a stranger has none").isEmpty();
        var officer = new Browser(port).signIn(account, "tasklist");
        var first = sessions(account);
        officer.signIn(account, "tasklist");
        assertThat(sessions(account)).hasSize(1).doesNotContainAnyElementsOf(first);
        assertThat(officer.get("/api/me").statusCode()).isEqualTo(200);
        assertThat(officer.send("POST", "/api/sign-out", "{}").statusCode()).isEqualTo(204);
        assertThat(sessions(account)).isEmpty();
        assertThat(officer.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(new Browser(port).get("/api/me;jsessionid=" + first.get(0)).statusCode())
                .isEqualTo(404);
    }

    /** T26. */
    @Test
    void aSessionEndsWhenItIsIdleOrTooOld() {
        var account = account(Role.POLICE, CITY);
        var idle = new Browser(port).signIn(account, "tasklist");
        age(
                "last_access_time = last_access_time - :ms, expiry_time = expiry_time - :ms",
                Duration.ofMinutes(31),
                account);
        assertThat(idle.get("/api/me").statusCode()).isEqualTo(401);
        jdbc.sql("delete from wubu.spring_session where principal_name = :id")
                .param("id", account)
                .update();
        var old = new Browser(port).signIn(account, "tasklist");
        age("creation_time = creation_time - :ms", Duration.ofHours(11), account);
        assertThat(old.get("/api/me").statusCode()).isEqualTo(200);
        age("creation_time = creation_time - :ms", Duration.ofMinutes(61), account);
        assertThat(old.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(old.get(Browser.ENGINE + "/task").statusCode()).isEqualTo(401);
    }

    /** T26. */
    @Test
    void anAccountHasAFewSessionsAndAnAdministratorOne() {
        var account = account(Role.PROCURATORATE, CITY);
        var first = new Browser(port).signIn(account, "tasklist");
        var others = List.of(
                new Browser(port).signIn(account, "tasklist"),
                new Browser(port).signIn(account, "tasklist"),
                new Browser(port).signIn(account, "tasklist"));
        assertThat(first.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(others)
                .allSatisfy(each -> assertThat(each.get("/api/me").statusCode()).isEqualTo(200));
        var admin = account(Role.MINISTRY_ADMIN, MINISTRY);
        var before = new Browser(port).signIn(admin, "admin");
        var now = new Browser(port).signIn(admin, "admin");
        assertThat(before.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(now.get("/api/me").statusCode()).isEqualTo(200);
    }

    /** T23, T26: a new password ends every session, and none of the last ones comes back. */
    @Test
    void aChangedPasswordEndsEverySessionAndIsNotUsedAgain() {
        var account = account(Role.EIA_DEPT, "140500");
        var here = new Browser(port).signIn(account, "tasklist");
        var elsewhere = new Browser(port).signIn(account, "tasklist");
        assertThat(change(here, "wrong", "Lang-Genug-77-x")).isEqualTo(422);
        assertThat(change(here, "geheim-1234", "Qwerty-12345!")).as("common").isEqualTo(422);
        assertThat(change(here, "geheim-1234", "Lang-Genug-77-x")).isEqualTo(204);
        assertThat(here.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(elsewhere.get("/api/me").statusCode()).isEqualTo(401);
        var again = new Browser(port);
        assertThat(new Entrance(again, account, "geheim-1234").step()).isEqualTo("REFUSED");
        assertThat(new Entrance(again, account, "Lang-Genug-77-x").step()).isEqualTo("IN");
        assertThat(change(again, "Lang-Genug-77-x", "Lang-Genug-77-x"))
                .as("used")
                .isEqualTo(422);
    }

    /** T30: a sign-in from somebody else's page is no sign-in. */
    @Test
    void aForeignPageSignsNobodyIn() throws Exception {
        var account = account(Role.EIA_DEPT, CITY);
        var sent = java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create("http://127.0.0.1:" + port + "/api/sign-in"))
                .header("Content-Type", "application/json")
                .header("Origin", "http://elsewhere.example")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                        "{\"account\":\"" + account + "\",\"password\":\"geheim-1234\"}"))
                .build();
        var answer =
                java.net.http.HttpClient.newHttpClient().send(sent, java.net.http.HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    }

    private int change(Browser browser, String old, String fresh) {
        var body = "{\"password\":\"" + old + "\",\"newPassword\":\"" + fresh + "\"}";
        return browser.send("POST", "/api/me/password", body).statusCode();
    }

    private void age(String how, Duration by, String account) {
        jdbc.sql("update wubu.spring_session set " + how + " where principal_name = :id")
                .param("ms", by.toMillis())
                .param("id", account)
                .update();
    }

    private List<String> sessions(String account) {
        return jdbc.sql("select session_id from wubu.spring_session where principal_name = :id")
                .param("id", account)
                .query(String.class)
                .list();
    }

    private String hash(String account) {
        return jdbc.sql("select pwd_ from public.act_id_user where id_ = :id")
                .param("id", account)
                .query(String.class)
                .single();
    }

    private static String sha512(String text) throws NoSuchAlgorithmException {
        var digest = MessageDigest.getInstance("SHA-512").digest(text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder().encodeToString(digest);
    }
}

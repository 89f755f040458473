package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.accounts.Accounts;
import io.wubu.accounts.SetupToken;
import io.wubu.accounts.Telephone;
import io.wubu.people.Role;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From no account at all to one that works, and what each of the three administrators may do with it. */
class AccountsIT extends WubuTest {

    private static final String POST = "{\"role\":\"HOTLINE_OPERATOR\",\"regionCode\":\"410700\"}";

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    @Autowired
    private SetupToken token;

    /** First sign-in: the password that was handed out opens nothing but the choice of another. */
    @Test
    void anAccountIsOpenedGivenAPostAndTakenIntoUse() {
        var id = fresh();
        var password = open(id);
        var browser = new Browser(port);
        assertThat(new Entrance(browser, id, password).step()).isEqualTo("NEW_PASSWORD");
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(new Browser(port).tryToSignIn(id, password, "tasklist")).isEqualTo(401);
        assertThat(new Browser(port)
                        .withPassword(id, password)
                        .get("/api/clock")
                        .statusCode())
                .isEqualTo(200);
        var weak = new Entrance(browser, id, password).newPassword("short").tryIt();
        assertThat(weak.statusCode()).isEqualTo(422);
        assertThat(weak.body()).contains("“新口令”：至少 12 位");
        assertThat(new Entrance(browser, id, password)
                        .newPassword("Lang-Genug-77-x")
                        .step())
                .isEqualTo("IN");
        assertThat(browser.get("/api/problems").statusCode()).as("no post yet").isIn(403, 404);
        var security = security();
        assertThat(security.send("POST", path(id) + "/posts", POST).statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/api/problems").statusCode()).isEqualTo(200);
        assertThat(security.send("DELETE", path(id) + "/posts/HOTLINE_OPERATOR/410700", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(browser.get("/api/problems").statusCode()).isIn(403, 404);
    }

    /** T45: none of the three does what is another's, nothing to himself, and none holds a second post. */
    @Test
    void theThreeAdministratorsAreSeparate() {
        var id = fresh();
        open(id);
        var system = system();
        var security = security();
        var audit = new Browser(port).signIn(account(Role.AUDITOR, MINISTRY), "tasklist");
        assertThat(system.send("POST", path(id) + "/posts", POST).statusCode()).isEqualTo(403);
        assertThat(system.send("DELETE", path(id) + "/lock", "{}").statusCode()).isEqualTo(403);
        assertThat(security.send("POST", "/api/accounts", "{\"account\":\"x.y.z\",\"name\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(security.send("POST", path(id) + "/password", "{}").statusCode())
                .isEqualTo(403);
        assertThat(audit.get("/api/accounts").statusCode()).isEqualTo(403);
        var own = account(Role.SECURITY_ADMIN, MINISTRY);
        assertThat(security.send("POST", path(own) + "/posts", POST).statusCode())
                .isEqualTo(422);
        var other = account(Role.MINISTRY_ADMIN, MINISTRY);
        var apart = security.send("POST", path(other) + "/posts", POST);
        assertThat(apart.statusCode()).isEqualTo(422);
        assertThat(apart.body()).contains("不得兼任");
        assertThat(system.get("/api/problems").statusCode()).isEqualTo(403);
        assertThat(security.get("/api/problems").statusCode()).isEqualTo(403);
        assertThat(security.get(Browser.ENGINE + "/task").statusCode()).isEqualTo(403);
    }

    /** T27: who is disabled is out at once, and doesn't get in again. */
    @Test
    void aDisabledAccountIsOut() {
        var account = account(Role.HOTLINE_OPERATOR, "140500");
        var officer = new Browser(port).signIn(account, "tasklist");
        var system = system();
        assertThat(system.send("POST", path(account) + "/state", "{\"disabled\":true}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(officer.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(new Browser(port).tryToSignIn(account, "geheim-1234", "tasklist"))
                .isEqualTo(401);
        assertThat(new Browser(port)
                        .withPassword(account, "geheim-1234")
                        .get("/api/me")
                        .statusCode())
                .isEqualTo(401);
        system.send("POST", path(account) + "/state", "{\"disabled\":false}");
        jdbc.sql("delete from wubu.sign_in_failure").update();
        assertThat(new Browser(port).tryToSignIn(account, "geheim-1234", "tasklist"))
                .isEqualTo(200);
    }

    /** T33. */
    @Test
    void anAdministratorNeedsASecondFactorOfWhichEachCodeWorksOnce() {
        var id = fresh();
        open(id);
        var security = security();
        security.send("POST", path(id) + "/posts", "{\"role\":\"MINISTRY_ADMIN\",\"regionCode\":\"000000\"}");
        new Claimant(new Browser(port), id)
                .becomes("Lang-Genug-77-x", security, signedIn(account(Role.AUDITOR, MINISTRY)));
        var browser = new Browser(port);
        var enrol = new Entrance(browser, id, "Lang-Genug-77-x").told().tryIt();
        var asked = Entrance.json(enrol.body());
        assertThat(asked.get("step").asText()).isEqualTo("ENROL");
        assertThat(asked.get("enrolment").get("uri").asText()).startsWith("otpauth://totp/");
        assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
        var secret = asked.get("enrolment").get("secret").asText();
        var entrance = new Entrance(browser, id, "Lang-Genug-77-x").told();
        assertThat(entrance.code("000000").step()).isEqualTo("REFUSED");
        var code = Telephone.codeNow(secret);
        var in = Entrance.json(entrance.code(code).tryIt().body());
        assertThat(in.get("step").asText()).isEqualTo("IN");
        var recovery = in.get("recoveryCodes").get(0).asText();
        assertThat(browser.get("/api/accounts").statusCode()).isEqualTo(200);

        var again = new Entrance(new Browser(port), id, "Lang-Genug-77-x");
        assertThat(again.step()).isEqualTo("CODE");
        assertThat(again.code(code).step()).as("used").isEqualTo("REFUSED");
        assertThat(again.code(recovery).step()).isEqualTo("IN");
        assertThat(again.code(recovery).step()).as("used").isEqualTo("REFUSED");
        assertThat(new Browser(port)
                        .withPassword(id, "Lang-Genug-77-x")
                        .get("/api/me")
                        .statusCode())
                .as("programs need the code as well")
                .isEqualTo(401);
        assertThat(jdbc.sql("select secret from wubu.second_factor where user_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .doesNotContain(secret);
    }

    /** T32: while there is any account nobody sets the system up, token or not. */
    @Test
    void aSystemWithAccountsIsNotSetUpAgain() {
        account(Role.CITY_ECO_OFFICE, CITY);
        var told = token.make().orElseThrow();
        assertThat(new Browser(port).get("/api/setup").statusCode()).isEqualTo(404);
        var sent = "{\"token\":\"" + told + "\",\"system\":{\"account\":\"a.aa\",\"name\":\"a\"},"
                + "\"security\":{\"account\":\"b.bb\",\"name\":\"b\"},\"audit\":{\"account\":\"c.cc\",\"name\":\"c\"}}";
        assertThat(new Browser(port).send("POST", "/api/setup", sent).statusCode())
                .isEqualTo(404);
        assertThat(engine.getIdentityService()
                        .createUserQuery()
                        .userIdIn("a.aa", "b.bb", "c.cc", "demo", "admin")
                        .count())
                .isZero();
    }

    @Test
    void whatIsWrongIsSaidInChineseAndNothingIsDone() {
        var system = system();
        for (var wrong : List.of(
                "{\"account\":\"A B\",\"name\":\"x\"}",
                "{\"account\":\"ok.name\",\"name\":\" \"}",
                "{\"account\":\"" + account(Role.CITY_ECO_OFFICE, CITY) + "\",\"name\":\"x\"}")) {
            var answer = system.send("POST", "/api/accounts", wrong);
            assertThat(answer.statusCode()).as(wrong).isEqualTo(422);
            assertThat(answer.body()).contains("：");
        }
        assertThat(system.send("POST", "/api/accounts/nobody.here/password", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(accounts.standing("nobody.here").mustChange()).isFalse();
    }

    /** Nothing that could be taken for another account, a post or the system; each refusal names its rule. */
    @Test
    void accountsAndNamesThatPretendToBeSomethingElseAreRefused() {
        var system = system();
        for (var id : List.of(
                "system",
                "null",
                "roles",
                "camunda-admin",
                "camunda-x",
                "ministry-leader.",
                "a..b",
                "a-",
                "_ab",
                "ab",
                "a".repeat(65))) {
            var answer = opened(system, id, "试用");
            assertThat(answer.statusCode()).as(id).isEqualTo(422);
            assertThat(answer.body()).contains("“账号”：");
        }
        for (var name : List.of(
                "中".repeat(51),
                "张\\n三",
                "张\u202e三",
                "张\u200b三",
                "<b>张三</b>",
                "张三&",
                "系统管理员",
                "系 统 管 理 员",
                "系统·管理员",
                "网格员（二）",
                "１２３６９坐席",
                "\\u0000")) {
            var answer = opened(system, fresh(), name);
            assertThat(answer.statusCode()).as(name).isEqualTo(422);
            assertThat(answer.body()).containsPattern("\"field\":\"name\".*“(姓名|名称)”");
        }
        for (var name : List.of("张三", "阿依古丽·买买提", "O'Neil", "李 四（挂职）", "欧阳-明")) {
            assertThat(opened(system, fresh(), name).statusCode()).as(name).isEqualTo(201);
        }
    }

    private static HttpResponse<String> opened(Browser system, String id, String name) {
        return system.send("POST", "/api/accounts", "{\"account\":\"" + id + "\",\"name\":\"" + name + "\"}");
    }

    private String open(String id) {
        var opened = system().send("POST", "/api/accounts", "{\"account\":\"" + id + "\",\"name\":\"试用\"}");
        assertThat(opened.statusCode()).isEqualTo(201);
        return Entrance.json(opened.body()).get("password").asText();
    }

    private Browser system() {
        return signedIn(account(Role.MINISTRY_ADMIN, MINISTRY));
    }

    private Browser security() {
        return signedIn(account(Role.SECURITY_ADMIN, MINISTRY));
    }

    private Browser signedIn(String account) {
        var browser = new Browser(port);
        assertThat(new Entrance(browser, account, "geheim-1234").step()).isEqualTo("IN");
        return browser;
    }

    private static String fresh() {
        return "t" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String path(String id) {
        return "/api/accounts/" + id;
    }
}

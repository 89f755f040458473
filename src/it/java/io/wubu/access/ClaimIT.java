package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.WubuTest;
import io.wubu.accounts.Telephone;
import io.wubu.people.Role;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** f08: whoever decides is nobody but himself; his password comes by his own wish and two administrators, or not at all. */
class ClaimIT extends WubuTest {

    private static final String NEW = "Neu-Gewaehlt-2026";
    private static final String OTHER = "Fremd-Gewaehlt-77";
    private static final String REGION = "411200";

    @LocalServerPort
    private int port;

    @AfterEach
    void forget() {
        jdbc.sql("delete from wubu.claim").update();
        jdbc.sql("delete from wubu.sign_in_failure").update();
    }

    @Test
    void anAdministratorAloneGetsNoPasswordOfWhoeverDecides() {
        var leader = account(Role.CITY_LEADER, REGION);
        var session = signedIn(account(Role.MINISTRY_ADMIN, MINISTRY));
        for (var victim : List.of(leader, account(Role.SECURITY_ADMIN, MINISTRY), account(Role.AUDITOR, MINISTRY))) {
            refused(system().send("POST", path(victim) + "/password", "{}"), 422, "不能直接重置口令", "口令申请");
            refused(system().send("POST", path(victim) + "/source", "{\"outside\":false}"), 422, "不能直接改由本系统核验");
            var engine = session.send(
                    "PUT",
                    Browser.ENGINE + "/user/" + victim + "/credentials",
                    "{\"password\":\"" + OTHER + "\",\"authenticatedUserPassword\":\"" + PASSWORD + "\"}");
            assertThat(engine.statusCode()).as(engine.body()).isIn(400, 403);
            assertThat(step(victim, OTHER)).isEqualTo("REFUSED");
            assertThat(step(victim, PASSWORD)).isEqualTo("IN");
        }
        refused(security().send("DELETE", path(leader) + "/second-factor", "{}"), 422, "不能直接解除动态口令");
    }

    @Test
    void theOwnerAsksTwoConfirmAndHeIsTold() {
        var leader = account(Role.CITY_LEADER, "370900");
        var open = signedIn(leader);
        var owner = new Claimant(new Browser(port), leader);
        var code = owner.files(NEW);
        assertThat(open.get("/api/me/claims").body()).contains("\"state\":\"OPEN\"");
        var system = system();
        assertThat(system.get("/api/claims").body())
                .contains("\"account\":\"" + leader + "\"", "127.0.0.1", "系统管理员")
                .doesNotContain(code, code.replace("-", ""), NEW, "ARGON", "hash");

        var first = owner.confirmed(system, code.toLowerCase().replace("-", " "));
        assertThat(first.body()).contains("\"done\":false", "安全管理员");
        refused(owner.confirmed(system, code), 422, "已确认过");
        assertThat(step(leader, NEW)).as("one is not enough").isEqualTo("REFUSED");
        assertThat(open.get("/api/me").statusCode()).isEqualTo(200);

        assertThat(owner.confirmed(security(), code).body()).contains("\"done\":true");
        assertThat(open.get("/api/me").statusCode()).as("all sessions end").isEqualTo(401);
        assertThat(step(leader, PASSWORD)).isEqualTo("REFUSED");
        assertThat(new Browser(port).tryToSignIn(leader, NEW, "tasklist"))
                .as("he has not read it")
                .isEqualTo(401);
        var told = new Entrance(new Browser(port), leader, NEW).tryIt();
        assertThat(told.body()).contains("NOTICE", "ministry-admin", "security-admin", "127.0.0.1");
        var again = new Browser(port);
        assertThat(new Entrance(again, leader, NEW).told().step()).isEqualTo("IN");
        assertThat(new Entrance(new Browser(port), leader, NEW).step())
                .as("told once")
                .isEqualTo("IN");
        assertThat(again.get("/api/me/claims").body()).contains("已生效", "\"untold\":[]");

        refused(owner.confirmed(system(), code), 422, "没有待确认的申请");
        assertThat(deeds(leader))
                .containsSubsequence("claim-filed " + leader, "claim-confirmed " + leader, "claim-done " + leader);
    }

    @Test
    void anOpenedAccountThatGetsADecidingPostOpensToItsOwnerOnly() {
        var id = fresh();
        var handed = opened(id);
        var thief = new Browser(port);
        assertThat(new Entrance(thief, id, handed).newPassword(OTHER).step()).isEqualTo("IN");
        var program = new Browser(port).withPassword(id, OTHER);
        assertThat(program.get("/api/clock").statusCode()).isEqualTo(200);
        var security = security();
        give(security, id, "CITY_LEADER");
        assertThat(thief.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(program.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(step(id, OTHER)).isEqualTo("CLAIM");
        assertThat(new Browser(port).tryToSignIn(id, OTHER, "tasklist")).isEqualTo(401);
        assertThat(step(id, "Nicht-Richtig-1")).isEqualTo("REFUSED");
        assertThat(system().get("/api/accounts?text=" + id).body()).contains("\"mustClaim\":true");

        new Claimant(new Browser(port), id).becomes(NEW, system(), security);
        assertThat(step(id, OTHER)).isEqualTo("REFUSED");
        assertThat(new Entrance(new Browser(port), id, NEW).told().step()).isEqualTo("IN");

        // the post is taken for a while: the password isn't handed out meanwhile, since the account has been used
        assertThat(security.send("DELETE", path(id) + "/posts/CITY_LEADER/" + REGION, "{}")
                        .statusCode())
                .isEqualTo(204);
        refused(system().send("POST", path(id) + "/password", "{}"), 422, "已启用或已有岗位", "不能直接重置口令");
        assertThat(step(id, NEW)).isEqualTo("IN");
    }

    /** Posts that don't decide are nobody's to take over either; a new account that nobody has used gets another first password. */
    @Test
    void noPasswordIsHandedOutOnceAnAccountIsInUseOrHoldsAPost() {
        for (var role : List.of(
                Role.SUPERVISION_TEAM,
                Role.EXPERT_TEAM,
                Role.DISCLOSURE_EDITOR,
                Role.HOTLINE_OPERATOR,
                Role.RESPONSIBLE_UNIT,
                Role.TOWN_GOV,
                Role.GRID_CHIEF,
                Role.GRID_WORKER)) {
            var victim = account(role, role.level().equals("county") ? "411221" : REGION);
            refused(system().send("POST", path(victim) + "/password", "{}"), 422, "不能直接重置口令", "口令申请");
            refused(system().send("POST", path(victim) + "/source", "{\"outside\":false}"), 422, "不能直接改由本系统核验");
            var engine = signedIn(account(Role.MINISTRY_ADMIN, MINISTRY))
                    .send(
                            "PUT",
                            Browser.ENGINE + "/user/" + victim + "/credentials",
                            "{\"password\":\"" + OTHER + "\",\"authenticatedUserPassword\":\"" + PASSWORD + "\"}");
            assertThat(engine.statusCode()).as(engine.body()).isIn(400, 403);
            assertThat(step(victim, PASSWORD)).isEqualTo("IN");
        }
        var id = fresh();
        var lost = opened(id);
        var handed = Entrance.json(
                        system().send("POST", path(id) + "/password", "{}").body())
                .get("password")
                .asText();
        assertThat(step(id, lost)).isEqualTo("REFUSED");
        assertThat(new Entrance(new Browser(port), id, handed)
                        .newPassword(OTHER)
                        .step())
                .isEqualTo("IN");
        refused(system().send("POST", path(id) + "/password", "{}"), 422, "已启用或已有岗位");
        var worker = account(Role.GRID_WORKER, "411221");
        new Claimant(new Browser(port), worker).becomes(NEW, system(), security());
        assertThat(new Entrance(new Browser(port), worker, NEW).told().step()).isEqualTo("IN");
    }

    /** Whatever he types, a stranger learns nothing of which accounts there are. */
    @Test
    void filingTellsNothingAboutAccounts() {
        var known = account(Role.CITY_LEADER, REGION);
        var unknown = "nobody.here";
        for (var password : List.of(NEW, "short", "Password-1234")) {
            assertThat(shape(new Claimant(new Browser(port), unknown).tries(password, false)))
                    .isEqualTo(shape(new Claimant(new Browser(port), known).tries(password, false)));
        }
        assertThat(states(unknown)).containsExactly("OPEN");
        assertThat(system().get("/api/claims").body()).contains(known).doesNotContain(unknown);
        var code = new Claimant(new Browser(port), unknown).files(NEW);
        assertThat(new Claimant(new Browser(port), unknown)
                        .confirmed(system(), code)
                        .statusCode())
                .isEqualTo(404);
        jdbc.sql("delete from wubu.claim").update();
        var answers = Stream.generate(() -> new Claimant(new Browser(port), fresh()).tries(NEW, false))
                .limit(21)
                .map(HttpResponse::statusCode)
                .toList();
        assertThat(answers.subList(0, 20)).containsOnly(201);
        assertThat(answers.get(20)).as("one address").isEqualTo(422);
    }

    @Test
    void guessingEndsEveryOpenClaim() {
        var leader = account(Role.CITY_LEADER, REGION);
        var owner = new Claimant(new Browser(port), leader);
        var code = owner.files(NEW);
        var system = system();
        for (var i = 0; i < 5; i++) {
            refused(owner.confirmed(system, "AAAA-000" + i), 422, "“确认码”：不正确");
        }
        refused(owner.confirmed(system, code), 422, "没有待确认的申请");
        assertThat(states(leader)).containsExactly("WRONG");
        assertThat(step(leader, PASSWORD)).isEqualTo("IN");
        assertThat(deeds(leader))
                .filteredOn(deed -> deed.startsWith("claim-wrong"))
                .hasSizeGreaterThanOrEqualTo(5);
    }

    @Test
    void tooLateRefusedAndReplacedClaimsAreWorthNothing() {
        var leader = account(Role.CITY_LEADER, REGION);
        var owner = new Claimant(new Browser(port), leader);
        var late = owner.files(NEW);
        owner.confirmed(system(), late);
        jdbc.sql("update wubu.claim set ends_at = now() - interval '1 second' where user_id = :id")
                .param("id", leader)
                .update();
        refused(owner.confirmed(security(), late), 422, "没有待确认的申请");

        var replaced = owner.files(NEW);
        owner.confirmed(system(), replaced);
        var code = owner.files(OTHER);
        refused(owner.confirmed(security(), replaced), 422, "“确认码”：不正确");

        var officer = signedIn(leader);
        var own = Entrance.json(officer.get("/api/me/claims").body())
                .get("claims")
                .get(0);
        var neighbour = signedIn(account(Role.CITY_GOV, REGION));
        var claim = "/api/me/claims/" + own.get("claim").asText();
        assertThat(neighbour.send("DELETE", claim, null).statusCode()).isEqualTo(404);
        assertThat(officer.send("DELETE", claim, null).statusCode()).isEqualTo(204);
        assertThat(officer.send("DELETE", claim, null).statusCode()).isEqualTo(409);
        refused(owner.confirmed(security(), code), 422, "没有待确认的申请");
        assertThat(states(leader)).containsExactlyInAnyOrder("EXPIRED", "REPLACED", "REFUSED");
        assertThat(step(leader, NEW)).isEqualTo("REFUSED");
        assertThat(step(leader, OTHER)).isEqualTo("REFUSED");
        assertThat(step(leader, PASSWORD)).isEqualTo("IN");
    }

    /** Two with one role are one; nobody for himself; who lost the post in between doesn't count. */
    @Test
    void twoRolesConfirmAndNotTwoAccounts() {
        var leader = account(Role.CITY_LEADER, REGION);
        var second = fresh();
        opened(second);
        give(security(), second, "MINISTRY_ADMIN");
        new Claimant(new Browser(port), second).becomes(NEW, security(), signedIn(account(Role.AUDITOR, MINISTRY)));
        var twin = new Browser(port);
        assertThat(new Entrance(twin, second, NEW).told().step()).isEqualTo("ENROL");
        var secret = Entrance.json(
                        new Entrance(twin, second, NEW).told().tryIt().body())
                .get("enrolment")
                .get("secret")
                .asText();
        assertThat(new Entrance(twin, second, NEW)
                        .told()
                        .code(Telephone.codeNow(secret))
                        .step())
                .isEqualTo("IN");

        var owner = new Claimant(new Browser(port), leader);
        var code = owner.files(OTHER);
        assertThat(owner.confirmed(twin, code).body()).contains("\"done\":false");
        refused(owner.confirmed(system(), code), 422, "已确认过");
        refused(owner.confirmed(signedIn(account(Role.AUDITOR, MINISTRY)), code), 422, "须由系统管理员和安全管理员确认");
        assertThat(owner.confirmed(signedIn(account(Role.CITY_GOV, REGION)), code)
                        .statusCode())
                .isEqualTo(403);
        assertThat(security()
                        .send("DELETE", path(second) + "/posts/MINISTRY_ADMIN/000000", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(owner.confirmed(security(), code).body())
                .as("the twin holds it no more")
                .contains("\"done\":false");
        assertThat(step(leader, OTHER)).isEqualTo("REFUSED");

        var admin = account(Role.MINISTRY_ADMIN, MINISTRY);
        var his = new Claimant(new Browser(port), admin);
        var forHim = his.files(OTHER);
        refused(his.confirmed(system(), forHim), 422, "不得为本人");
        assertThat(his.confirmed(security(), forHim).body()).contains("审计管理员");
        assertThat(step(admin, OTHER)).isEqualTo("REFUSED");
    }

    @Test
    void ofTwoConfirmationsAtOnceOneBringsItIntoEffect() throws Exception {
        for (var role : List.of(Role.URGING_OFFICE, Role.EIA_DEPT, Role.CONFIDENTIALITY_REVIEWER)) {
            var leader = account(role, REGION);
            var owner = new Claimant(new Browser(port), leader);
            var code = owner.files(NEW);
            var both = List.of(system(), security()).iterator();
            var bodies = new ArrayList<String>();
            Browser.together(2, () -> {
                        Browser one;
                        synchronized (both) {
                            one = both.next();
                        }
                        var answer = owner.confirmed(one, code);
                        synchronized (bodies) {
                            bodies.add(answer.body());
                        }
                        return answer;
                    })
                    .forEach(status -> assertThat(status).isEqualTo(200));
            assertThat(bodies)
                    .filteredOn(body -> body.contains("\"done\":true"))
                    .hasSize(1);
            assertThat(new Entrance(new Browser(port), leader, NEW).told().step())
                    .isEqualTo("IN");
        }
    }

    /** A second factor goes only when its owner asks for that; recovery codes open meanwhile. */
    @Test
    void aLostTelephoneNeedsTheSameTwo() {
        var keeper = fresh();
        opened(keeper);
        give(security(), keeper, "AUDITOR");
        var owner = new Claimant(new Browser(port), keeper);
        owner.becomes(NEW, system(), security());
        var browser = new Browser(port);
        var asked = new Entrance(browser, keeper, NEW).told();
        var secret = Entrance.json(asked.tryIt().body())
                .get("enrolment")
                .get("secret")
                .asText();
        var in = Entrance.json(asked.code(Telephone.codeNow(secret)).tryIt().body());
        assertThat(in.get("step").asText()).isEqualTo("IN");
        refused(security().send("DELETE", path(keeper) + "/second-factor", "{}"), 422, "不能直接解除动态口令");
        assertThat(new Entrance(new Browser(port), keeper, NEW)
                        .code(in.get("recoveryCodes").get(0).asText())
                        .step())
                .isEqualTo("IN");

        owner.becomes(OTHER, system(), security());
        assertThat(new Entrance(new Browser(port), keeper, OTHER).told().step())
                .as("still bound")
                .isEqualTo("CODE");
        var code = owner.filesWithoutPhone(NEW + "-3");
        owner.confirmed(system(), code);
        owner.confirmed(security(), code);
        assertThat(new Entrance(new Browser(port), keeper, NEW + "-3").told().step())
                .isEqualTo("ENROL");
    }

    /** It can't be asked for at filing, or a stranger would learn former passwords. */
    @Test
    void aFormerPasswordIsChangedAtTheFirstSignIn() {
        var leader = account(Role.CITY_LEADER, "411300");
        var owner = new Claimant(new Browser(port), leader);
        owner.becomes(NEW, system(), security());
        assertThat(new Entrance(new Browser(port), leader, NEW).told().step()).isEqualTo("IN");
        owner.becomes(OTHER, system(), security());
        assertThat(new Entrance(new Browser(port), leader, OTHER).told().step()).isEqualTo("IN");
        owner.becomes(NEW, system(), security());
        assertThat(new Entrance(new Browser(port), leader, NEW).told().step()).isEqualTo("NEW_PASSWORD");
        assertThat(new Entrance(new Browser(port), leader, NEW)
                        .told()
                        .newPassword(OTHER)
                        .step())
                .isEqualTo("422");
        assertThat(new Entrance(new Browser(port), leader, NEW)
                        .told()
                        .newPassword("Ganz-Anders-4711")
                        .step())
                .isEqualTo("IN");
        assertThat(step(leader, "Ganz-Anders-4711")).isEqualTo("IN");
    }

    private List<String> states(String account) {
        return jdbc.sql("select state from wubu.claim where user_id = :id")
                .param("id", account)
                .query(String.class)
                .list();
    }

    private List<String> deeds(String account) {
        return jdbc
                .sql("select object from wubu.audit_event where object like '%' || :id || '%' order by id")
                .param("id", account)
                .query(String.class)
                .list()
                .stream()
                .map(object -> object.replaceAll("(claim-[a-z]+ \\S+).*", "$1"))
                .toList();
    }

    /** Claims of the account from other addresses. */
    private void others(String account, int count) {
        jdbc.sql("delete from wubu.claim where user_id = :id")
                .param("id", account)
                .update();
        for (var place = 1; place <= count; place++) {
            jdbc.sql("insert into wubu.claim (kind, user_id, source, slot, filed_at, ends_at)"
                            + " values ('PASSWORD', :id, :source, :place, now(), now() + interval '1 day')")
                    .param("id", account)
                    .param("source", "10.0.0." + place)
                    .param("place", place)
                    .update();
        }
    }

    private static String shape(HttpResponse<String> answer) {
        return answer.statusCode()
                + answer.body()
                        .replaceAll("\"code\":\"[0-9A-Z]{4}-[0-9A-Z]{4}\"", "code")
                        .replaceAll("\"trace\":\"[0-9a-f]*\"", "");
    }

    private static void refused(HttpResponse<String> answer, int status, String... words) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.body()).contains(words);
    }

    private void give(Browser security, String account, String role) {
        var region = role.startsWith("CITY") ? REGION : MINISTRY;
        var given = security.send(
                "POST", path(account) + "/posts", "{\"role\":\"%s\",\"regionCode\":\"%s\"}".formatted(role, region));
        assertThat(given.statusCode()).as(given.body()).isEqualTo(204);
    }

    private String opened(String id) {
        var opened = system().send("POST", "/api/accounts", "{\"account\":\"" + id + "\",\"name\":\"试用\"}");
        return Entrance.json(opened.body()).get("password").asText();
    }

    private String step(String account, String password) {
        return new Entrance(new Browser(port), account, password).step();
    }

    private Browser system() {
        return program(Role.MINISTRY_ADMIN);
    }

    private Browser security() {
        return program(Role.SECURITY_ADMIN);
    }

    /** Each request with the password: an administrator's second session would end his first. */
    private Browser program(Role role) {
        return new Browser(port).withPassword(account(role, MINISTRY), PASSWORD);
    }

    private Browser signedIn(String account) {
        var browser = new Browser(port);
        assertThat(new Entrance(browser, account, PASSWORD).step()).isEqualTo("IN");
        return browser;
    }

    private static String fresh() {
        return "c" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static String path(String id) {
        return "/api/accounts/" + id;
    }
}

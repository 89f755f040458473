package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.Outsiders;
import io.wubu.accounts.Telephone;
import io.wubu.people.Role;
import org.junit.jupiter.api.Test;

/** Accounts are marked and taken back by 系统管理员, and 三员 keep their second factor here. */
class AccountSourceIT extends LdapSteps {

    /** T33. */
    @Test
    void anAdministratorOfTheDirectoryNeedsHisSecondFactorHere() {
        var account = "ldap.keeper";
        Outsiders.enter(account, "keepers", THERE);
        system().send("POST", "/api/accounts", "{\"account\":\"" + account + "\",\"name\":\"试用\"}");
        assertThat(move(account, true)).isEqualTo(200);
        signedIn(account(Role.SECURITY_ADMIN, MINISTRY))
                .send("POST", path(account) + "/posts", "{\"role\":\"MINISTRY_ADMIN\",\"regionCode\":\"000000\"}");
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
        var account = marked(Role.DISCIPLINE, "371600");
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

    /** f08: one administrator would otherwise choose who proves to be the leader. */
    @Test
    void anAccountThatDecidesIsMovedByTwoAndComesBackByItsOwner() {
        var account = account(Role.CITY_LEADER, "371600");
        Outsiders.enter(account, "movers", THERE);
        var asked = system().send("POST", path(account) + "/source", "{\"outside\":true}");
        assertThat(asked.body()).contains("\"pending\":true");
        assertThat(move(account, true)).as("it waits already").isEqualTo(409);
        assertThat(step(account, THERE)).isEqualTo("REFUSED");
        var officer = signedIn(account);
        assertThat(officer.get("/api/me/claims").body()).contains("OUTSIDE", "OPEN", "ministry-admin");
        var agreed = "{\"account\":\"" + account + "\"}";
        assertThat(system().send("POST", "/api/claims", agreed).statusCode()).isEqualTo(422);
        var security = signedIn(account(Role.SECURITY_ADMIN, MINISTRY));
        assertThat(security.send("POST", "/api/claims", agreed).body()).contains("\"done\":true");
        assertThat(officer.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(step(account, LOCAL)).isEqualTo("REFUSED");
        assertThat(new Entrance(new Browser(port), account, THERE).step()).isEqualTo("NOTICE");
        assertThat(new Entrance(new Browser(port), account, THERE).told().step())
                .isEqualTo("IN");

        assertThat(move(account, false))
                .as("one alone would be handed its password")
                .isEqualTo(422);
        new Claimant(new Browser(port), account)
                .becomes("Neu-Gewaehlt-2026", system(), signedIn(account(Role.SECURITY_ADMIN, MINISTRY)));
        assertThat(step(account, THERE)).isEqualTo("REFUSED");
        assertThat(new Entrance(new Browser(port), account, "Neu-Gewaehlt-2026")
                        .told()
                        .step())
                .isEqualTo("IN");
    }

    @Test
    void theSystemAdministratorMovesAnAccountOutAndBack() {
        var account = account(Role.HOTLINE_OPERATOR, "371600");
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
        assertThat(step(account, THERE)).as("one of two").isEqualTo("REFUSED");
        signedIn(account(Role.SECURITY_ADMIN, MINISTRY))
                .send("POST", "/api/claims", "{\"account\":\"" + account + "\"}");
        claims.told(account);
        assertThat(officer.get("/api/me").statusCode()).isEqualTo(401);
        assertThat(step(account, THERE)).isEqualTo("IN");
        var reset = system().send("POST", path(account) + "/password", "{}");
        assertThat(reset.statusCode()).isEqualTo(422);
        assertThat(reset.body()).contains("本系统没有它的口令");
        assertThat(move(account, false)).as("its password would be handed out").isEqualTo(422);
        new Claimant(new Browser(port), account)
                .becomes("Neu-Gewaehlt-2026", system(), signedIn(account(Role.SECURITY_ADMIN, MINISTRY)));
        assertThat(step(account, THERE)).isEqualTo("REFUSED");
        assertThat(accounts.standing(account).outside()).isFalse();
    }
}

package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.Outsiders;
import io.wubu.WubuTest;
import io.wubu.access.identity.OutsideProof;
import io.wubu.accounts.Accounts;
import io.wubu.accounts.Claims;
import io.wubu.people.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What tests of accounts whose passwords are in the authority's directory have in common. */
abstract class LdapSteps extends WubuTest {

    static final String LOCAL = "geheim-1234";
    static final String THERE = "Amt-2026-pw";

    @LocalServerPort
    int port;

    @Autowired
    OutsideProof outside;

    @Autowired
    Accounts accounts;

    @Autowired
    Claims claims;

    @BeforeEach
    @AfterEach
    void forget() {
        jdbc.sql("delete from wubu.sign_in_failure").update();
        Outsiders.binds();
    }

    /** An account of ours that the directory vouches for from now on. */
    String marked(Role role, String region) {
        var account = account(role, region);
        if (!accounts.standing(account).outside()) {
            Outsiders.enter(account, "people", THERE);
            assertThat(move(account, true)).isEqualTo(200);
            var agreed = signedIn(account(Role.SECURITY_ADMIN, MINISTRY))
                    .send("POST", "/api/claims", "{\"account\":\"" + account + "\"}");
            assertThat(agreed.body()).contains("\"done\":true");
            claims.told(account);
        }
        return account;
    }

    int move(String account, boolean out) {
        return system().send("POST", path(account) + "/source", "{\"outside\":" + out + "}")
                .statusCode();
    }

    Browser system() {
        return signedIn(account(Role.MINISTRY_ADMIN, MINISTRY));
    }

    Browser signedIn(String account) {
        var browser = new Browser(port);
        assertThat(new Entrance(browser, account, LOCAL).step()).isEqualTo("IN");
        return browser;
    }

    String step(String account, String password) {
        return new Entrance(new Browser(port), account, password).step();
    }

    static String path(String id) {
        return "/api/accounts/" + id;
    }
}

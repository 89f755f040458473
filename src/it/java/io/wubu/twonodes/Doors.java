package io.wubu.twonodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.access.Browser;
import io.wubu.access.Claimant;
import io.wubu.access.Entrance;
import io.wubu.accounts.SetupToken;
import io.wubu.people.Role;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;

/** Signing in, scope and guard on two nodes: what one node has let in, or put out, the other knows. */
class Doors {

    private final Node first;
    private final Node second;

    Doors(Node first, Node second) {
        this.first = first;
        this.second = second;
    }

    /** T32: the token opens an empty system once, whichever node is asked. */
    void anEmptySystemIsSetUpOnce() throws IOException {
        var token = first.bean(SetupToken.class).make().orElseThrow();
        var sent = "{\"token\":\"%s\",\"system\":{\"account\":\"sys.one\",\"name\":\"甲\"},"
                + "\"security\":{\"account\":\"sec.one\",\"name\":\"乙\"},\"audit\":{\"account\":\"aud.one\",\"name\":\"丙\"}}";
        var here = new Browser(first.port());
        assertThat(here.get("/desk/setup.html").statusCode()).isEqualTo(200);
        assertThat(here.send("POST", "/api/setup", sent.formatted("wrong")).statusCode())
                .isEqualTo(422);
        var made = here.send("POST", "/api/setup", sent.formatted(token));
        assertThat(made.statusCode()).isEqualTo(201);
        var there = new Browser(second.port());
        assertThat(there.send("POST", "/api/setup", sent.formatted(token)).statusCode())
                .isEqualTo(404);
        assertThat(there.get("/desk/setup.html").statusCode()).isEqualTo(404);
        var password =
                new ObjectMapper().readTree(made.body()).get(0).get("password").asText();
        var step = there.send("POST", "/api/sign-in", "{\"account\":\"sys.one\",\"password\":\"" + password + "\"}");
        assertThat(step.body()).contains("NEW_PASSWORD");
    }

    /** Nothing outside is configured there, so nothing proves identities outside. */
    void thereIsNoOtherWayIn() {
        var stranger = new Browser(first.port());
        assertThat(stranger.get("/api/sign-in/ways").body()).isEqualTo("{\"directory\":false,\"provider\":false}");
        assertThat(stranger.get("/api/sign-in/oidc").statusCode()).isEqualTo(404);
        assertThat(stranger.get("/api/sign-in/oidc/callback?code=x&state=y").statusCode())
                .isEqualTo(404);
    }

    /** T27, T40: a session of one node is one of the other; its limits too; and it ends on both. */
    void aSessionHoldsOnBothNodesAndEndsOnBoth() {
        var account = first.account(Role.CITY_GOV, "130400");
        first.account(Role.CITY_GOV, "140500");
        var number = first.importedProblem(LocalDate.of(2026, 11, 20));
        var browser = signedIn(account);
        assertThat(browser.to(second.port()).get("/api/problems/" + number).statusCode())
                .isEqualTo(200);
        assertThat(signedIn("city-gov.140500")
                        .to(second.port())
                        .get("/api/problems/" + number)
                        .statusCode())
                .isEqualTo(404);
        assertThat(browser.get("/engine-rest/task").statusCode()).isEqualTo(404);
        first.loses(account, Role.CITY_GOV, "130400");
        await().atMost(Duration.ofSeconds(10))
                .until(() -> browser.get("/api/problems/" + number).statusCode() != 200);
        assertThat(browser.to(first.port()).send("POST", "/api/sign-out", "{}").statusCode())
                .isEqualTo(204);
        assertThat(browser.to(second.port()).get("/api/me").statusCode()).isEqualTo(401);
    }

    /** f08: filed at one node, confirmed at both; whoever was in is out on both. */
    void aClaimIsConfirmedOnEitherNodeAndHoldsOnBoth() {
        var leader = first.account(Role.CITY_LEADER, "130400");
        var inside = signedIn(leader).to(second.port());
        assertThat(inside.get("/api/me").statusCode()).isEqualTo(200);
        var security = signedIn(first.account(Role.SECURITY_ADMIN, "000000")).to(second.port());
        var owner = new Claimant(new Browser(first.port()), leader);
        var code = owner.files("Neu-Gewaehlt-2026");
        assertThat(inside.get("/api/me/claims").body()).contains("OPEN");
        assertThat(owner.confirmed(signedIn("ministry-admin"), code).body()).contains("\"done\":false");
        assertThat(owner.confirmed(security, code).body()).contains("\"done\":true");
        assertThat(inside.get("/api/me").statusCode()).isEqualTo(401);
        var there = new Browser(second.port());
        assertThat(new Entrance(there, leader, "geheim-1234").step()).isEqualTo("REFUSED");
        assertThat(new Entrance(there, leader, "Neu-Gewaehlt-2026").step()).isEqualTo("NOTICE");
        assertThat(new Entrance(there, leader, "Neu-Gewaehlt-2026").told().step())
                .isEqualTo("IN");
    }

    /** What a sample waives counts on its own database only. */
    void nothingIsWaivedHere() {
        var leader = first.waived(Role.CITY_LEADER, "140500");
        assertThat(new Entrance(new Browser(first.port()), leader, "geheim-1234").step())
                .isEqualTo("CLAIM");
        assertThat(new Browser(first.port()).get("/api/clock").body()).doesNotContain("sample");
    }

    private Browser signedIn(String account) {
        var browser = new Browser(first.port());
        var answer =
                browser.send("POST", "/api/sign-in", "{\"account\":\"" + account + "\",\"password\":\"geheim-1234\"}");
        assertThat(answer.body()).contains("\"IN\"");
        return browser;
    }
}

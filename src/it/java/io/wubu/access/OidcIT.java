package io.wubu.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.wubu.Outsiders;
import io.wubu.WubuTest;
import io.wubu.access.guessing.SignInLocks;
import io.wubu.accounts.Accounts;
import io.wubu.people.Role;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in over an identity provider, a real one on this machine. */
class OidcIT extends WubuTest {

    private static final String PAGE = "/desk/sign-in.html";
    private static final long MINUTE = 60;

    @LocalServerPort
    private int port;

    @Autowired
    private Accounts accounts;

    /** T25: one session like any other, here and in the webapps, until its user ends it. */
    @Test
    void aMarkedAccountComesInAndWorksInTheWebapps() {
        var account = marked(Role.CITY_ECO_OFFICE);
        var voyage = new Voyage(port).as(account);
        assertThat(voyage.asked())
                .containsEntry("code_challenge_method", "S256")
                .containsKeys("state", "nonce");
        assertThat(voyage.cookie())
                .doesNotContain(voyage.asked().get("state"))
                .doesNotContain(voyage.asked().get("nonce"));
        var in = voyage.arrive(voyage.address(), voyage.cookie() + "; JSESSIONID=chosen-by-somebody-else");
        assertThat(Voyage.location(in)).hasToString(PAGE + "?in=0");
        assertThat(in.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie).contains("JSESSIONID", "HttpOnly", "SameSite"))
                .anySatisfy(cookie -> assertThat(cookie).contains("WUBU_OIDC=;", "Max-Age=0"));
        var session = Voyage.cookies(in).collect(Collectors.joining("; "));
        assertThat(get(Browser.ENGINE + "/task", session)).isEqualTo(200);
        assertThat(get("/api/me", session)).isEqualTo(200);
        assertThat(jdbc.sql("select reason from wubu.audit_event where account = :id and kind = 'SIGN_IN'")
                        .param("id", account)
                        .query(String.class)
                        .list())
                .containsExactly("oidc");
        accounts.disable(account, true);
        clock.advance(Duration.ofSeconds(61));
        assertThat(get("/api/me", session)).isEqualTo(401);
    }

    /** Whatever is wrong with the provider's word, nobody is let in. */
    @Test
    void aTokenThatDoesNotHoldLetsNobodyIn() throws JOSEException, ParseException {
        var account = marked(Role.CITY_GOV);
        for (var name : forged(new Voyage(port), account).keySet()) {
            var voyage = new Voyage(port).back();
            Outsiders.handOut(forged(voyage, account).get(name));
            var answer = voyage.arrive();
            assertThat(Voyage.location(answer)).as(name).hasToString(PAGE + "?refused=token");
            assertThat(Voyage.cookies(answer)).as(name).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
            assertThat(lastRefusal("")).as(name).isEqualTo("oidc-token");
        }
        var voyage = new Voyage(port).back();
        var nonce = voyage.asked().get("nonce");
        Outsiders.handOut(voyage.token(account, Outsiders.CLIENT, nonce, MINUTE).serialize());
        assertThat(Voyage.location(voyage.arrive())).as("genuine").hasToString(PAGE + "?in=0");
    }

    /** A way back belongs to one way out of one browser, and is good once. */
    @Test
    void aWayBackIsGoodOnceAndForItsBrowserOnly() {
        var account = marked(Role.ORG_DEPT);
        var voyage = new Voyage(port).as(account);
        var other = new Voyage(port);
        assertStale(voyage.arrive(voyage.address(), null));
        assertStale(voyage.arrive(voyage.address(), other.cookie()));
        assertStale(voyage.arrive(voyage.address(), "WUBU_OIDC=MTpmb3JnZWQ"));
        assertStale(voyage.arrive(voyage.address().replaceFirst("state=[^&]*", "state=other"), voyage.cookie()));
        assertStale(voyage.arrive(voyage.address().replaceFirst("state=[^&]*", ""), voyage.cookie()));
        assertThat(Voyage.location(voyage.arrive())).hasToString(PAGE + "?in=0");
        assertStale(voyage.arrive());
    }

    /** The code of another browser's way is refused by the provider, since it knows that way's PKCE. */
    @Test
    void aCodeOfAnotherWayIsRefused() {
        var account = marked(Role.POLICE);
        var victim = new Voyage(port).back();
        var attacker = new Voyage(port).as(account);
        var code = attacker.address().replaceFirst(".*[?&](code=[^&]*).*", "$1");
        var answer = victim.arrive(victim.address().replaceFirst("code=[^&]*", code), victim.cookie());
        assertThat(Voyage.location(answer)).hasToString(PAGE + "?refused=token");
    }

    /** Nobody is made an account; who may come in is decided here. */
    @Test
    void onlyAMarkedAndEnabledAccountComesIn() {
        var unmarked = account(Role.DISCIPLINE, "410200");
        var disabled = marked(Role.EIA_DEPT);
        accounts.disable(disabled, true);
        var users = engine.getIdentityService().createUserQuery().count();
        for (var nobody :
                new String[] {"nobody.there", unmarked, disabled, "system", "x".repeat(300), disabled + " "}) {
            assertThat(Voyage.location(new Voyage(port).as(nobody).arrive()))
                    .as(nobody)
                    .hasToString(PAGE + "?refused=unknown");
            assertThat(lastRefusal(SignInLocks.shortened(nobody))).isEqualTo("oidc-unknown");
        }
        assertThat(engine.getIdentityService().createUserQuery().count()).isEqualTo(users);
        accounts.disable(disabled, false);
        assertThat(Voyage.location(new Voyage(port).as(disabled).arrive())).hasToString(PAGE + "?in=0");
    }

    /** T33: the provider's word alone doesn't make anybody an administrator. */
    @Test
    void anAdministratorDoesNotComeInThatWay() {
        var admin = account(Role.SECURITY_ADMIN, MINISTRY);
        accounts.outside(admin, true);
        try {
            assertThat(Voyage.location(new Voyage(port).as(admin).arrive()))
                    .hasToString(PAGE + "?refused=second-factor");
            assertThat(lastRefusal(admin)).isEqualTo("oidc-second-factor");
        } finally {
            accounts.outside(admin, false);
        }
    }

    /** T66: the answers go to the provider or to our own page, whatever is asked. */
    @Test
    void nobodyIsSentElsewhere() {
        var server = "http://127.0.0.1:" + port;
        var provider =
                Outsiders.provider().authorizationEndpointUrl(Outsiders.ISSUER).toString();
        for (var next : new String[] {"https://evil.example", "//evil.example", "/\\evil.example"}) {
            var query = "next=" + next.replace("\\", "%5C") + "&redirect_uri=" + next.replace("\\", "%5C");
            assertThat(Voyage.location(Voyage.ask(server + "/api/sign-in/oidc?" + query, null))
                            .toString())
                    .startsWith(provider + "?")
                    .doesNotContain("evil");
            assertThat(Voyage.location(Voyage.ask(server + "/api/sign-in/oidc/callback?" + query, null)))
                    .hasToString(PAGE + "?refused=stale");
        }
        var foreign = Voyage.ask(server + "/api/sign-in/oidc", null, "Sec-Fetch-Site", "cross-site");
        assertThat(Voyage.location(foreign)).hasToString(PAGE);
        assertThat(Voyage.cookies(foreign)).isEmpty();
        var givenUp = new Voyage(port);
        var back = "/api/sign-in/oidc/callback?error=access_denied&state="
                + givenUp.asked().get("state");
        assertThat(Voyage.location(givenUp.arrive(back, givenUp.cookie()))).hasToString(PAGE + "?refused=denied");
        assertThat(Voyage.ask(server + "/api/sign-in/ways", null).body())
                .isEqualTo("{\"directory\":true,\"provider\":true}");
    }

    private Map<String, String> forged(Voyage voyage, String account) throws JOSEException, ParseException {
        var nonce = voyage.asked().get("nonce");
        var forged = signedWrongly(voyage, account, nonce);
        Map.of(
                        "for another client", voyage.token(account, "other", nonce, MINUTE),
                        "expired", voyage.token(account, Outsiders.CLIENT, nonce, -2 * MINUTE),
                        "another nonce", voyage.token(account, Outsiders.CLIENT, "other", MINUTE),
                        "no nonce", voyage.token(account, Outsiders.CLIENT, null, MINUTE),
                        "another issuer", Outsiders.provider().issueToken("other", Outsiders.CLIENT),
                        "no account", voyage.token(" ", Outsiders.CLIENT, nonce, MINUTE))
                .forEach((what, token) -> forged.put(what, token.serialize()));
        return forged;
    }

    private static Map<String, String> signedWrongly(Voyage voyage, String account, String nonce)
            throws JOSEException, ParseException {
        var right = voyage.token(account, Outsiders.CLIENT, nonce, MINUTE);
        var claims = right.getJWTClaimsSet();
        var strangers = new SignedJWT(right.getHeader(), claims);
        strangers.sign(new RSASSASigner(
                new RSAKeyGenerator(2048).keyID(Outsiders.ISSUER).generate()));
        var symmetric = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
        symmetric.sign(new MACSigner(new byte[32]));
        var parts = right.serialize().split("\\.");
        var others = voyage.token("city-eco-office.410200", Outsiders.CLIENT, nonce, MINUTE)
                .serialize()
                .split("\\.");
        var forged = new LinkedHashMap<String, String>();
        forged.put("another signature", parts[0] + "." + parts[1] + "." + others[2]);
        forged.put("changed claims", parts[0] + "." + others[1] + "." + parts[2]);
        forged.put("another key", strangers.serialize());
        forged.put("no signature", new PlainJWT(claims).serialize());
        forged.put("a shared secret", symmetric.serialize());
        return forged;
    }

    /** An account whose identity is proven outside. */
    private String marked(Role role) {
        var account = account(role, "410200");
        accounts.outside(account, true);
        return account;
    }

    private int get(String path, String cookie) {
        return Voyage.ask("http://127.0.0.1:" + port + path, cookie).statusCode();
    }

    private void assertStale(HttpResponse<String> answer) {
        assertThat(Voyage.location(answer)).hasToString(PAGE + "?refused=stale");
        assertThat(Voyage.cookies(answer)).noneMatch(cookie -> cookie.startsWith("JSESSIONID"));
        assertThat(lastRefusal("")).isEqualTo("oidc-stale");
    }

    private String lastRefusal(String account) {
        return jdbc.sql("select reason from wubu.audit_event where coalesce(account, '') = :id and kind = 'SIGN_IN'"
                        + " and result = 'REFUSED' order by id desc limit 1")
                .param("id", account)
                .query(String.class)
                .single();
    }
}

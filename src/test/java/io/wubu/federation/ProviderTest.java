package io.wubu.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.wubu.federation.NoProof.Why;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a provider tells of itself is believed only as far as it is safe. */
class ProviderTest {

    private static final Errand ERRAND = Errand.to(URI.create("http://localhost/back"), Instant.EPOCH);

    private HttpServer server;
    private String issuer = "";
    private int asked;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.start();
        issuer = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void itIsAskedWhenItIsNeededAndThenRemembered() throws NoProof {
        tells(issuer, issuer + "/token", 200);
        var provider = provider();
        assertThat(asked).isZero();
        assertThat(provider.out(ERRAND).toString()).startsWith(issuer + "/authorize?");
        assertThat(provider.out(ERRAND).getQuery())
                .contains("code_challenge_method=S256")
                .contains("nonce=" + ERRAND.nonce().getValue());
        assertThat(asked).isEqualTo(1);
        assertThat(provider.isOther("https://elsewhere.example")).isTrue();
        assertThat(provider.isOther(issuer)).isFalse();
    }

    @Test
    void whoSpeaksForAnotherOrNamesAnUnprotectedAddressIsNotBelieved() {
        tells("https://elsewhere.example", issuer + "/token", 200);
        assertDown();
        server.removeContext("/");
        tells(issuer, "http://elsewhere.example/token", 200);
        assertDown();
    }

    /** T66: not even to where it is sent. */
    @Test
    void noRedirectionIsFollowed() {
        server.createContext("/elsewhere", exchange -> {
            asked += 100;
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        tells(issuer, issuer + "/token", 302);
        assertDown();
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void aProviderThatIsAwayIsSaidToBeAndAskedAgain() throws NoProof {
        var port = server.getAddress().getPort();
        server.stop(0);
        var provider = provider();
        assertThatThrownBy(() -> provider.out(ERRAND))
                .isInstanceOfSatisfying(
                        NoProof.class, failed -> assertThat(failed.why()).isEqualTo(Why.PROVIDER));
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        server.start();
        tells(issuer, issuer + "/token", 200);
        assertThat(provider.out(ERRAND).toString()).startsWith(issuer);
    }

    private void assertDown() {
        assertThatThrownBy(() -> provider().out(ERRAND))
                .isInstanceOfSatisfying(
                        NoProof.class, failed -> assertThat(failed.why()).isEqualTo(Why.PROVIDER));
    }

    private Provider provider() {
        return new Provider(
                new OidcSettings(issuer, "wubu", "geheim", "openid", "sub", "RS256", "", Duration.ofSeconds(5)));
    }

    private void tells(String name, String token, int status) {
        var body =
                """
                {"issuer":"%s","authorization_endpoint":"%s/authorize","token_endpoint":"%s","jwks_uri":"%s/keys",
                 "subject_types_supported":["public"],"response_types_supported":["code"],
                 "id_token_signing_alg_values_supported":["RS256"]}"""
                        .formatted(name, issuer, token, issuer)
                        .getBytes(StandardCharsets.UTF_8);
        server.createContext("/", exchange -> {
            asked++;
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.getResponseHeaders().add("Location", issuer + "/elsewhere");
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }
}

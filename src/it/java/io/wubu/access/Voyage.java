package io.wubu.access;

import com.nimbusds.jwt.SignedJWT;
import io.wubu.Outsiders;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** Somebody's way to the identity provider and back, step by step; the cookies are sent by hand. */
class Voyage {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final long MINUTE = 60;

    private final String server;
    private final HttpResponse<String> out;
    private URI back = URI.create("none:/");

    Voyage(int port) {
        server = "http://127.0.0.1:" + port;
        out = ask(server + "/api/sign-in/oidc", null);
    }

    /** Where the application sends him. */
    URI sentTo() {
        return location(out);
    }

    /** What the application asks the provider. */
    Map<String, String> asked() {
        return UriComponentsBuilder.fromUri(sentTo())
                .build(true)
                .getQueryParams()
                .toSingleValueMap();
    }

    /** What his browser keeps, as it sends it. */
    String cookie() {
        return cookies(out).collect(Collectors.joining("; "));
    }

    /** The provider lets him sign in as that person, and sends him back. */
    Voyage as(String account) {
        Outsiders.provider()
                .enqueueCallback(new DefaultOAuth2TokenCallback(
                        Outsiders.ISSUER,
                        "subject-of-" + account,
                        "JWT",
                        List.of(Outsiders.CLIENT),
                        Map.of("preferred_username", account),
                        MINUTE));
        return back();
    }

    /** The provider sends him back; who he is will be said by {@link Outsiders#handOut}. */
    Voyage back() {
        back = location(ask(sentTo().toString(), null));
        return this;
    }

    /** The address the provider sends him back to, as path and query. */
    String address() {
        return back.getRawPath() + "?" + back.getRawQuery();
    }

    /** He comes back; what the application answers. */
    HttpResponse<String> arrive() {
        return arrive(address(), cookie());
    }

    HttpResponse<String> arrive(String address, @Nullable String cookie) {
        return ask(server + address, cookie);
    }

    /** A token as the provider would sign it, if it would say that. */
    SignedJWT token(String account, String audience, @Nullable String nonce, long seconds) {
        var claims = new HashMap<String, Object>();
        claims.put("preferred_username", account);
        if (nonce != null) {
            claims.put("nonce", nonce);
        }
        return Outsiders.provider()
                .issueToken(
                        Outsiders.ISSUER,
                        Outsiders.CLIENT,
                        new DefaultOAuth2TokenCallback(
                                Outsiders.ISSUER, "subject", "JWT", List.of(audience), claims, seconds));
    }

    static URI location(HttpResponse<String> answer) {
        return URI.create(answer.headers().firstValue("Location").orElse("none:/" + answer.statusCode()));
    }

    static Stream<String> cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream().map(cookie -> cookie.split(";")[0]);
    }

    static HttpResponse<String> ask(String address, @Nullable String cookie, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(address));
        if (cookie != null) {
            request.header("Cookie", cookie);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

package io.wubu;

import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.nav.security.mock.oauth2.http.OAuth2HttpRequest;
import no.nav.security.mock.oauth2.http.OAuth2HttpResponse;
import no.nav.security.mock.oauth2.http.Route;
import okhttp3.Headers;

/** Puts itself before the provider's token endpoint while it has an ID token of its own to hand out. */
final class ForgedTokens implements Route {

    private final Queue<String> waiting = new ConcurrentLinkedQueue<>();

    void handOut(String token) {
        waiting.add(token);
    }

    @Override
    public boolean match(OAuth2HttpRequest request) {
        return request.getUrl().encodedPath().endsWith("/token") && !waiting.isEmpty();
    }

    @Override
    public OAuth2HttpResponse invoke(OAuth2HttpRequest request) {
        var body = "{\"token_type\":\"Bearer\",\"access_token\":\"x\",\"expires_in\":60,\"id_token\":\""
                + waiting.remove() + "\"}";
        return new OAuth2HttpResponse(
                Headers.of("Content-Type", "application/json"), 200, body, body.getBytes(StandardCharsets.UTF_8));
    }
}

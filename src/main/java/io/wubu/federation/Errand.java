package io.wubu.federation;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.net.URI;
import java.time.Instant;

/**
 * Somebody's way to the identity provider and back, kept sealed in a cookie of his browser.
 *
 * @param back the address he comes back to
 * @param until when it is too late
 */
record Errand(State state, Nonce nonce, CodeVerifier verifier, URI back, Instant until) {

    private static final int FIELDS = 5;

    static Errand to(URI back, Instant until) {
        return new Errand(new State(), new Nonce(), new CodeVerifier(), back, until);
    }

    String text() {
        return String.join(
                " ", state.getValue(), nonce.getValue(), verifier.getValue(), back.toString(), until.toString());
    }

    /** {@link IllegalArgumentException} if the text is none of {@link #text()}. */
    static Errand of(String text) {
        var parts = text.split(" ");
        if (parts.length != FIELDS) {
            throw new IllegalArgumentException("no errand");
        }
        return new Errand(
                new State(parts[0]),
                new Nonce(parts[1]),
                new CodeVerifier(parts[2]),
                URI.create(parts[3]),
                Instant.parse(parts[4]));
    }
}

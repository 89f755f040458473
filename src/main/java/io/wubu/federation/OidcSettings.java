package io.wubu.federation;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.oauth2.sdk.Scope;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The identity provider, as configured.
 *
 * @param issuer empty: there is none
 * @param clientSecret empty: a public client, PKCE alone
 * @param claim of the ID token that names the account
 * @param algorithm of the ID token's signature
 * @param redirectUri empty: below the public address
 * @param timeout to connect, and for each answer
 */
@ConfigurationProperties("wubu.sign-in.oidc")
record OidcSettings(
        String issuer,
        String clientId,
        String clientSecret,
        String scope,
        String claim,
        String algorithm,
        String redirectUri,
        Duration timeout) {

    boolean isThere() {
        return !issuer.isBlank();
    }

    /** {@link IllegalStateException} says what keeps the application from starting. */
    void require() {
        if (!isThere()) {
            return;
        }
        Addresses.requireProtected("wubu.sign-in.oidc.issuer", issuer);
        if (!redirectUri.isBlank()) {
            Addresses.requireProtected("wubu.sign-in.oidc.redirect-uri", redirectUri);
        }
        if (clientId.isBlank() || claim.isBlank() || !Scope.parse(scope).contains("openid")) {
            throw new IllegalStateException("wubu.sign-in.oidc.client-id、claim 必填，scope 须含 openid"
                    + " (client-id and claim are required, scope needs openid)");
        }
        if (!JWSAlgorithm.Family.SIGNATURE.contains(JWSAlgorithm.parse(algorithm))) {
            throw new IllegalStateException(
                    "wubu.sign-in.oidc.algorithm 须为非对称签名算法，例如 RS256、ES256" + " (an asymmetric signature is required)");
        }
    }

    @Override
    public String toString() {
        return "OidcSettings[" + issuer + "]";
    }
}

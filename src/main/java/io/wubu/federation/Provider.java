package io.wubu.federation;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import io.wubu.federation.NoProof.Why;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The identity provider: where people are sent, and what it says about who comes back (authorization code with PKCE). It is
 * asked about itself when it is first needed, and again after an hour; one request at a time waits for that.
 */
@Component
class Provider {

    private static final Logger LOG = LoggerFactory.getLogger(Provider.class);

    private static final Duration FRESH = Duration.ofHours(1);

    private final OidcSettings settings;
    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable Discovered discovered;
    private volatile long askedAt;

    Provider(OidcSettings settings) {
        this.settings = settings;
    }

    /** Where to send somebody. */
    URI out(Errand errand) throws NoProof {
        return new AuthenticationRequest.Builder(
                        ResponseType.CODE,
                        Scope.parse(settings.scope()),
                        new ClientID(settings.clientId()),
                        errand.back())
                .endpointURI(provider().authorization())
                .state(errand.state())
                .nonce(errand.nonce())
                .codeChallenge(errand.verifier(), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** The account the provider vouches for. */
    String account(Errand errand, AuthorizationCode code) throws NoProof {
        var provider = provider();
        try {
            var token = tokens(provider, errand, code).getOIDCTokens().getIDToken();
            var claims = provider.validator().validate(token, errand.nonce());
            var account = claims.getStringClaim(settings.claim());
            if (account == null || account.isBlank()) {
                LOG.warn("ID 令牌中没有 {} (the ID token has no such claim)", settings.claim());
                throw new NoProof(Why.TOKEN, null);
            }
            return account;
        } catch (BadJOSEException forged) {
            LOG.warn("ID 令牌不可信，不予登录：{} (an ID token doesn't hold)", forged.getMessage());
            throw new NoProof(Why.TOKEN, forged);
        } catch (JOSEException unreadable) {
            throw down(unreadable);
        }
    }

    /** Whether an answer that names its issuer comes from another one (RFC 9207). */
    boolean isOther(@Nullable String issuer) throws NoProof {
        return issuer != null && !issuer.equals(provider().issuer().getValue());
    }

    private OIDCTokenResponse tokens(Discovered provider, Errand errand, AuthorizationCode code) throws NoProof {
        var grant = new AuthorizationCodeGrant(code, errand.back(), errand.verifier());
        var client = provider.authentication();
        var request = client == null
                ? new TokenRequest.Builder(provider.token(), new ClientID(settings.clientId()), grant).build()
                : new TokenRequest.Builder(provider.token(), client, grant).build();
        try {
            var sent = request.toHTTPRequest();
            var millis = Math.toIntExact(settings.timeout().toMillis());
            sent.setConnectTimeout(millis);
            sent.setReadTimeout(millis);
            sent.setFollowRedirects(false);
            var answer = OIDCTokenResponseParser.parse(sent.send());
            if (answer instanceof OIDCTokenResponse tokens
                    && tokens.getOIDCTokens().getIDToken() != null) {
                return tokens;
            }
            LOG.warn(
                    "统一身份认证不认这次登录：{} (the provider refuses the code)",
                    answer.toHTTPResponse().getStatusCode());
            throw new NoProof(Why.TOKEN, null);
        } catch (IOException | ParseException e) {
            throw down(e);
        }
    }

    private Discovered provider() throws NoProof {
        var known = discovered;
        if (known != null && System.nanoTime() - askedAt < FRESH.toNanos()) {
            return known;
        }
        if (!asking.tryLock()) {
            if (known == null) {
                throw new NoProof(Why.PROVIDER, null);
            }
            return known;
        }
        try {
            var fresh = Discovered.ask(settings);
            discovered = fresh;
            askedAt = System.nanoTime();
            return fresh;
        } catch (GeneralException | IOException e) {
            throw down(e);
        } finally {
            asking.unlock();
        }
    }

    private NoProof down(Exception failure) {
        LOG.error("统一身份认证连接不上或答复有误：{} (the provider can't be asked)", settings.issuer(), failure);
        return new NoProof(Why.PROVIDER, failure);
    }
}

package io.wubu.federation;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a provider tells of itself in its discovery document.
 *
 * @param authentication how we prove who we are; none for a public client
 * @param validator knows the provider's keys, and asks for them anew when a token names one it doesn't know
 */
record Discovered(
        Issuer issuer,
        URI authorization,
        URI token,
        @Nullable ClientAuthentication authentication,
        IDTokenValidator validator) {

    private static final int LONGEST_ANSWER = 512 * 1024;

    /** Asks the provider; {@link GeneralException} if what it tells can't be used. */
    static Discovered ask(OidcSettings settings) throws GeneralException, IOException {
        var millis = Math.toIntExact(settings.timeout().toMillis());
        var told = OIDCProviderMetadata.resolve(new Issuer(settings.issuer()), request -> {
            request.setConnectTimeout(millis);
            request.setReadTimeout(millis);
            request.setFollowRedirects(false);
        });
        for (var address :
                new URI[] {told.getAuthorizationEndpointURI(), told.getTokenEndpointURI(), told.getJWKSetURI()}) {
            if (!Addresses.isProtected(address)) {
                throw new GeneralException("an endpoint is missing or not protected: " + address);
            }
        }
        var validator = new IDTokenValidator(
                told.getIssuer(),
                new ClientID(settings.clientId()),
                JWSAlgorithm.parse(settings.algorithm()),
                told.getJWKSetURI().toURL(),
                new DefaultResourceRetriever(millis, millis, LONGEST_ANSWER));
        return new Discovered(
                told.getIssuer(),
                told.getAuthorizationEndpointURI(),
                told.getTokenEndpointURI(),
                authentication(settings, told.getTokenEndpointAuthMethods()),
                validator);
    }

    private static @Nullable ClientAuthentication authentication(
            OidcSettings settings, @Nullable List<ClientAuthenticationMethod> accepted) {
        if (settings.clientSecret().isEmpty()) {
            return null;
        }
        var client = new ClientID(settings.clientId());
        var secret = new Secret(settings.clientSecret());
        var inBody = accepted != null
                && !accepted.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                && accepted.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
        return inBody ? new ClientSecretPost(client, secret) : new ClientSecretBasic(client, secret);
    }
}

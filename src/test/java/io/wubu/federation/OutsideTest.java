package io.wubu.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.util.ssl.KeyStoreKeyManager;
import com.unboundid.util.ssl.SSLUtil;
import com.unboundid.util.ssl.cert.ManageCertificates;
import io.wubu.access.identity.OutsideUnavailable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** What is configured by default, what stops the start, and that a directory has to prove who it is. */
class OutsideTest {

    private static final OidcSettings NO_PROVIDER =
            new OidcSettings("", "", "", "openid", "sub", "RS256", "", Duration.ofSeconds(1));

    @Test
    void byDefaultNothingProvesIdentitiesOutside() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("defaults", new ClassPathResource("application.yaml"))
                .forEach(environment.getPropertySources()::addLast);
        var binder = Binder.get(environment);
        var outside = new Outside(
                binder.bind("wubu.sign-in.ldap", LdapSettings.class).get(),
                binder.bind("wubu.sign-in.oidc", OidcSettings.class).get());
        assertThat(outside.hasDirectory()).isFalse();
        assertThat(outside.hasProvider()).isFalse();
        assertThat(outside.matches("anybody", "anything")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "ldap://directory.example, ou=people, (uid={0}), cn=reader, pw, ldaps://",
        "ldap://127.0.0.1.example, ou=people, (uid={0}), cn=reader, pw, ldaps://",
        "http://127.0.0.1, ou=people, (uid={0}), cn=reader, pw, ldaps://",
        "directory.example, ou=people, (uid={0}), cn=reader, pw, 完整的地址",
        "ldaps://directory.example, '', (uid={0}), cn=reader, pw, base",
        "ldaps://directory.example, ou=people, (uid=me), cn=reader, pw, user-search",
        "ldaps://directory.example, ou=people, (uid={0}), cn=reader, '', bind-dn",
        "ldaps://directory.example, ou=people, (uid={0}), '', pw, bind-dn",
    })
    void aDirectoryThatCouldNotBeAskedSafelyStopsTheStart(
            String url, String base, String search, String reader, String password, String said) {
        var ldap = new LdapSettings(url, base, search, reader, password, Duration.ofSeconds(1));
        assertThatThrownBy(() -> new Outside(ldap, NO_PROVIDER))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining(password.isEmpty() ? "LdapSettings" : "cn=reader");
    }

    @ParameterizedTest
    @CsvSource({
        "http://provider.example, wubu, openid, RS256, '', issuer",
        "https://provider.example, '', openid, RS256, '', client-id",
        "https://provider.example, wubu, profile, RS256, '', scope",
        "https://provider.example, wubu, openid, HS256, '', algorithm",
        "https://provider.example, wubu, openid, none, '', algorithm",
        "https://provider.example, wubu, openid, RS256, http://wubu.example/x, redirect-uri",
    })
    void aProviderThatCouldNotBeTrustedStopsTheStart(
            String issuer, String client, String scope, String algorithm, String back, String said) {
        var nobody = new LdapSettings("", "", "", "", "", Duration.ofSeconds(1));
        var oidc = new OidcSettings(issuer, client, "", scope, "sub", algorithm, back, Duration.ofSeconds(1));
        assertThatThrownBy(() -> new Outside(nobody, oidc))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(said);
    }

    @Test
    void whatIsProtectedMayStart() {
        var ldap =
                new LdapSettings("ldaps://directory.example:636", "ou=p", "(uid={0})", "", "", Duration.ofSeconds(1));
        var oidc = new OidcSettings(
                "https://provider.example", "wubu", "", "openid", "sub", "ES256", "", Duration.ofSeconds(1));
        var outside = new Outside(ldap, oidc);
        assertThat(outside.hasDirectory()).isTrue();
        assertThat(outside.hasProvider()).isTrue();
    }

    @Test
    void aDirectoryWithACertificateNobodyVouchesForGetsNoPassword(@TempDir Path folder) throws Exception {
        var server = new InMemoryDirectoryServer(tls(selfSigned(folder)));
        server.startListening();
        try {
            var url = "ldaps://localhost:" + server.getListenPort();
            var directory = new LdapDirectory(
                    new LdapSettings(url, "dc=unit", "(uid={0})", "cn=reader", "geheim", Duration.ofSeconds(5)));
            assertThatThrownBy(() -> directory.matches("anybody", "password"))
                    .isInstanceOf(OutsideUnavailable.class)
                    .hasRootCauseInstanceOf(Exception.class)
                    .satisfies(
                            failure -> assertThat(failure.getCause()).hasCauseInstanceOf(SSLHandshakeException.class));
        } finally {
            server.shutDown(true);
        }
    }

    /** A store with a key that its owner alone vouches for. */
    private static String selfSigned(Path folder) {
        var keys = folder.resolve("keys.p12").toString();
        ManageCertificates.main(
                null,
                OutputStream.nullOutputStream(),
                OutputStream.nullOutputStream(),
                "generate-self-signed-certificate",
                "--keystore",
                keys,
                "--keystore-password",
                "geheim",
                "--keystore-type",
                "PKCS12",
                "--alias",
                "server",
                "--subject-dn",
                "CN=localhost");
        return keys;
    }

    private static InMemoryDirectoryServerConfig tls(String keys) throws Exception {
        var config = new InMemoryDirectoryServerConfig("dc=unit");
        config.setListenerConfigs(InMemoryListenerConfig.createLDAPSConfig(
                "tls",
                new SSLUtil(new KeyStoreKeyManager(keys, "geheim".toCharArray()), null)
                        .createSSLServerSocketFactory()));
        return config;
    }
}

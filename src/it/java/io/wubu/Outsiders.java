package io.wubu;

import com.unboundid.ldap.listener.InMemoryDirectoryServer;
import com.unboundid.ldap.listener.InMemoryDirectoryServerConfig;
import com.unboundid.ldap.listener.InMemoryListenerConfig;
import com.unboundid.ldap.listener.interceptor.InMemoryInterceptedSimpleBindRequest;
import com.unboundid.ldap.listener.interceptor.InMemoryOperationInterceptor;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.OperationType;
import com.unboundid.ldif.LDIFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The directory and the identity provider of an authority: real servers on this machine, started before the application. */
public final class Outsiders {

    public static final String ISSUER = "unit";
    public static final String CLIENT = "wubu";
    private static final String READER = "cn=reader,dc=unit,dc=example";
    private static final String READERS_PASSWORD = "Lese-1234";

    private static final CopyOnWriteArrayList<Bind> BINDS = new CopyOnWriteArrayList<>();
    private static final ForgedTokens FORGED = new ForgedTokens();
    private static final MockOAuth2Server PROVIDER = new MockOAuth2Server(FORGED);
    private static final InMemoryDirectoryServer DIRECTORY = directory();

    static {
        PROVIDER.start();
    }

    private Outsiders() {}

    /** A bind the directory was asked for; the reader's are left out. */
    public record Bind(String name, String password) {}

    static void configure(DynamicPropertyRegistry properties) {
        properties.add("wubu.sign-in.ldap.url", () -> "ldap://127.0.0.1:" + DIRECTORY.getListenPort());
        properties.add("wubu.sign-in.ldap.base", () -> "ou=people,dc=unit,dc=example");
        properties.add("wubu.sign-in.ldap.bind-dn", () -> READER);
        properties.add("wubu.sign-in.ldap.password", () -> READERS_PASSWORD);
        properties.add(
                "wubu.sign-in.oidc.issuer", () -> PROVIDER.issuerUrl(ISSUER).toString());
        properties.add("wubu.sign-in.oidc.client-id", () -> CLIENT);
        properties.add("wubu.sign-in.oidc.client-secret", () -> "geheim");
    }

    public static MockOAuth2Server provider() {
        return PROVIDER;
    }

    /** The provider answers the next question for a token with that one. */
    public static void handOut(String token) {
        FORGED.handOut(token);
    }

    /** Gives somebody an entry of the directory, in a unit of it. */
    public static void enter(String uid, String unit, String password) {
        try {
            var above = "ou=" + unit + ",ou=people,dc=unit,dc=example";
            if (DIRECTORY.getEntry(above) == null) {
                DIRECTORY.add("dn: " + above, "objectClass: organizationalUnit", "ou: " + unit);
            }
            DIRECTORY.add(
                    "dn: uid=" + uid + "," + above,
                    "objectClass: inetOrgPerson",
                    "uid: " + uid,
                    "cn: " + uid,
                    "sn: " + uid,
                    "userPassword: " + password);
        } catch (LDAPException | LDIFException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the directory was asked since the last time. */
    public static List<Bind> binds() {
        var asked = List.copyOf(BINDS);
        BINDS.clear();
        return asked;
    }

    /** Does something while the directory is down. */
    public static void withoutDirectory(Runnable work) {
        DIRECTORY.shutDown(true);
        try {
            work.run();
        } finally {
            try {
                DIRECTORY.startListening();
            } catch (LDAPException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static InMemoryDirectoryServer directory() {
        try {
            var config = new InMemoryDirectoryServerConfig("dc=unit,dc=example");
            config.setListenerConfigs(InMemoryListenerConfig.createLDAPConfig(
                    "main", InetAddress.getLoopbackAddress(), freePort(), null));
            config.setSchema(null);
            config.addAdditionalBindCredentials(READER, READERS_PASSWORD);
            config.setAuthenticationRequiredOperationTypes(OperationType.SEARCH);
            config.addInMemoryOperationInterceptor(new InMemoryOperationInterceptor() {
                @Override
                public void processSimpleBindRequest(InMemoryInterceptedSimpleBindRequest asked) {
                    var bind = asked.getRequest();
                    if (!bind.getBindDN().equals(READER)) {
                        BINDS.add(new Bind(bind.getBindDN(), bind.getPassword().stringValue()));
                    }
                }
            });
            var server = new InMemoryDirectoryServer(config);
            server.add("dn: dc=unit,dc=example", "objectClass: domain", "dc: unit");
            server.add("dn: ou=people,dc=unit,dc=example", "objectClass: organizationalUnit", "ou: people");
            server.startListening();
            return server;
        } catch (LDAPException | LDIFException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}

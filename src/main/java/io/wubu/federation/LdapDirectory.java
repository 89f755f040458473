package io.wubu.federation;

import io.wubu.access.identity.OutsideUnavailable;
import java.util.Hashtable;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.naming.NamingSecurityException;
import javax.naming.OperationNotSupportedException;
import javax.naming.directory.SearchControls;
import javax.naming.ldap.InitialLdapContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the directory whether a password is an account's: looks for the account's one entry, then binds as it. No attribute is
 * read, no object made of an entry, no referral followed; each question has its own connections.
 */
class LdapDirectory {

    private static final Logger LOG = LoggerFactory.getLogger(LdapDirectory.class);

    private static final String NO_ATTRIBUTES = "1.1";
    private static final int TWO = 2;

    private final LdapSettings settings;

    LdapDirectory(LdapSettings settings) {
        this.settings = settings;
    }

    /** An empty password is nobody's: a bind with one would succeed as nobody (RFC 4513, 5.1.2). */
    boolean matches(String account, String password) {
        if (account.isEmpty() || password.isEmpty()) {
            return false;
        }
        try {
            var entry = find(account);
            return entry.isPresent() && binds(entry.get(), password);
        } catch (NamingException e) {
            LOG.error("单位目录连接不上或拒绝查询：{} (the directory can't be asked)", settings.url(), e);
            throw new OutsideUnavailable(e);
        }
    }

    /** The entry's name; none if several answer to the account. JNDI makes objects of entries only when asked to: it isn't. */
    @SuppressWarnings("BanJNDI")
    private Optional<String> find(String account) throws NamingException {
        var how = new SearchControls(
                SearchControls.SUBTREE_SCOPE,
                TWO,
                Math.toIntExact(settings.timeout().toMillis()),
                new String[] {NO_ATTRIBUTES},
                false,
                false);
        var directory = open(settings.bindDn(), settings.password());
        try {
            var found = directory.search(settings.base(), settings.userSearch(), new Object[] {account}, how);
            if (!found.hasMore()) {
                return Optional.empty();
            }
            var entry = found.next().getNameInNamespace();
            if (found.hasMore()) {
                LOG.warn("单位目录中有多个条目对应账号 {}，不予登录 (several entries answer to the account)", account);
                return Optional.empty();
            }
            return Optional.of(entry);
        } finally {
            directory.close();
        }
    }

    /** Wrong, locked and expired are no. */
    private boolean binds(String entry, String password) throws NamingException {
        try {
            open(entry, password).close();
            return true;
        } catch (NamingSecurityException | OperationNotSupportedException refused) {
            LOG.debug("the directory refuses {}", entry, refused);
            return false;
        }
    }

    private InitialLdapContext open(String name, String password) throws NamingException {
        var environment = new Hashtable<String, String>();
        environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.ldap.LdapCtxFactory");
        environment.put(Context.PROVIDER_URL, settings.url());
        environment.put(Context.REFERRAL, "ignore");
        environment.put("com.sun.jndi.ldap.connect.timeout", millis());
        environment.put("com.sun.jndi.ldap.read.timeout", millis());
        environment.put("com.sun.jndi.ldap.connect.pool", "false");
        environment.put(Context.SECURITY_AUTHENTICATION, name.isBlank() ? "none" : "simple");
        if (!name.isBlank()) {
            environment.put(Context.SECURITY_PRINCIPAL, name);
            environment.put(Context.SECURITY_CREDENTIALS, password);
        }
        return new InitialLdapContext(environment, null);
    }

    private String millis() {
        return String.valueOf(settings.timeout().toMillis());
    }
}

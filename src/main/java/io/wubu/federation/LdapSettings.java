package io.wubu.federation;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The directory, as configured.
 *
 * @param url empty: there is none
 * @param base below which accounts are looked for
 * @param userSearch an LDAP filter; {@code {0}} is the account, escaped
 * @param bindDn who looks; empty: anonymously
 * @param timeout to connect, and for each answer
 */
@ConfigurationProperties("wubu.sign-in.ldap")
record LdapSettings(String url, String base, String userSearch, String bindDn, String password, Duration timeout) {

    boolean isThere() {
        return !url.isBlank();
    }

    /** {@link IllegalStateException} says what keeps the application from starting. */
    void require() {
        if (!isThere()) {
            return;
        }
        var scheme = String.valueOf(Addresses.of("wubu.sign-in.ldap.url", url).getScheme());
        var plain = scheme.equals("ldap") && Addresses.isThisMachine(URI.create(url));
        if (!scheme.equals("ldaps") && !plain) {
            throw new IllegalStateException("wubu.sign-in.ldap.url 须为 ldaps://（只有本机可用 ldap://）：口令不得明文经过网络"
                    + " (ldaps:// required, ldap:// only on this machine)");
        }
        if (base.isBlank() || !userSearch.contains("{0}")) {
            throw new IllegalStateException("wubu.sign-in.ldap.base 必填，user-search 须含 {0}（账号）"
                    + " (base is required, and user-search needs {0} for the account)");
        }
        if (bindDn.isBlank() != password.isEmpty()) {
            throw new IllegalStateException(
                    "wubu.sign-in.ldap.bind-dn 和 password 须同时填写或同时为空" + " (bind-dn and password belong together)");
        }
    }

    @Override
    public String toString() {
        return "LdapSettings[" + url + "]";
    }
}

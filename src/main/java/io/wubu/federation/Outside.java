package io.wubu.federation;

import io.wubu.access.identity.OutsideProof;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Who proves identities outside, as far as configured. Settings that would send passwords in the clear stop the start. */
@Component
@EnableConfigurationProperties({LdapSettings.class, OidcSettings.class})
class Outside implements OutsideProof {

    private final LdapSettings ldap;
    private final OidcSettings oidc;
    private final LdapDirectory directory;

    Outside(LdapSettings ldap, OidcSettings oidc) {
        ldap.require();
        oidc.require();
        this.ldap = ldap;
        this.oidc = oidc;
        this.directory = new LdapDirectory(ldap);
    }

    @Override
    public boolean hasDirectory() {
        return ldap.isThere();
    }

    @Override
    public boolean hasProvider() {
        return oidc.isThere();
    }

    @Override
    public boolean matches(String account, String password) {
        return hasDirectory() && directory.matches(account, password);
    }
}

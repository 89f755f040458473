/**
 * Identities proven elsewhere: passwords by the authority's directory (LDAP), sign-in by its identity provider (OIDC). Without
 * settings nothing here opens a connection.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "access :: identity",
            "access :: sessions",
            "access :: doors",
            "audit",
            "secrets",
            "nodes"
        })
package io.wubu.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

package io.wubu.access.identity;

/**
 * Who proves identities elsewhere, for accounts marked so: the directory of the authority (LDAP), or its identity provider
 * (OIDC). Accounts, posts and regions stay ours.
 */
public interface OutsideProof {

    /** Whether a directory checks passwords. */
    boolean hasDirectory();

    /** Whether there is an identity provider to sign in with. */
    boolean hasProvider();

    /**
     * Whether the directory takes that for the account's password; never without a directory.
     *
     * @throws OutsideUnavailable if it can't be asked
     */
    boolean matches(String account, String password);
}

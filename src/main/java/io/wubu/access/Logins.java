package io.wubu.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Where sign-ins come from: the webapp's session, or a password checked against the directory. */
public interface Logins {

    /** Who is signed in to the webapps in this browser; looks, but starts no session. */
    Optional<SignedIn> ofSession(HttpServletRequest request);

    /** The session's token against forged requests, which scripts of the same origin may read; empty without a session. */
    Optional<String> token(HttpServletRequest request);

    /** The account, if the password is right and the account not locked. */
    Optional<SignedIn> ofPassword(String userId, String password);
}

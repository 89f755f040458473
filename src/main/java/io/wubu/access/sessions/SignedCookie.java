package io.wubu.access.sessions;

import io.wubu.secrets.Secrets;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.session.web.http.CookieSerializer;

/**
 * The session's cookie says more than the database knows: the id and its fingerprint under the installation's key. Who reads
 * the sessions in the database, or in a backup of it, still can't come in as one of them.
 */
public final class SignedCookie implements CookieSerializer {

    private static final char BETWEEN = '.';
    private static final String PURPOSE = "session ";

    private final CookieSerializer cookie;
    private final Secrets secrets;

    public SignedCookie(CookieSerializer cookie, Secrets secrets) {
        this.cookie = cookie;
        this.secrets = secrets;
    }

    @Override
    public void writeCookieValue(CookieValue value) {
        var id = value.getCookieValue();
        var signed = id.isEmpty() ? id : id + BETWEEN + secrets.fingerprint(PURPOSE + id); // empty: the cookie ends
        cookie.writeCookieValue(new CookieValue(value.getRequest(), value.getResponse(), signed));
    }

    @Override
    public List<String> readCookieValues(HttpServletRequest request) {
        return cookie.readCookieValues(request).stream()
                .map(this::idOf)
                .filter(id -> id != null)
                .toList();
    }

    private @Nullable String idOf(String signed) {
        var end = signed.indexOf(BETWEEN);
        if (end < 0) {
            return null;
        }
        var id = signed.substring(0, end);
        var right = secrets.fingerprint(PURPOSE + id).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, signed.substring(end + 1).getBytes(StandardCharsets.UTF_8)) ? id : null;
    }
}

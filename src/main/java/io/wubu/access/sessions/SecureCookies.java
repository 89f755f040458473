package io.wubu.access.sessions;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An answer over TLS, ours or a proxy's, whose cookies are all Secure, whoever sets them. */
class SecureCookies extends HttpServletResponseWrapper {

    private static final String HEADER = "Set-Cookie";

    SecureCookies(HttpServletResponse response) {
        super(response);
    }

    @Override
    public void addCookie(Cookie cookie) {
        cookie.setSecure(true);
        super.addCookie(cookie);
    }

    @Override
    public void addHeader(String name, @Nullable String value) {
        super.addHeader(name, secured(name, value));
    }

    @Override
    public void setHeader(String name, @Nullable String value) {
        super.setHeader(name, secured(name, value));
    }

    private static @Nullable String secured(String name, @Nullable String value) {
        return value == null
                        || !name.equalsIgnoreCase(HEADER)
                        || value.toLowerCase(Locale.ROOT).matches(".*;\\s*secure\\s*(;.*)?")
                ? value
                : value + "; Secure";
    }
}

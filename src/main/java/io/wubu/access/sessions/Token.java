package io.wubu.access.sessions;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Set;

/** Whether a change was meant by who is signed in: it brings his session's token, or at least comes from our own pages. */
public final class Token {

    public static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private Token() {}

    /** Whether the request changes nothing, or brings the token of its session. */
    public static boolean isBroughtBy(HttpServletRequest request, Sessions sessions) {
        if (READING.contains(request.getMethod())) {
            return true;
        }
        var sent = request.getHeader(Sessions.TOKEN_HEADER);
        return sent != null
                && sessions.token(request).filter(own -> same(own, sent)).isPresent();
    }

    /** Whether a page of somebody else sends this; a sign-in has no token yet. */
    public static boolean isForeign(HttpServletRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            return true;
        }
        var origin = request.getHeader("Origin");
        var host = request.getHeader("Host");
        return origin != null && (host == null || !origin.endsWith("://" + host));
    }

    /** Whether he who is signed in wants to be out: he brings the token, or a page of ours sends it. */
    public static boolean mayEnd(HttpServletRequest request, Sessions sessions) {
        return isBroughtBy(request, sessions)
                || !isForeign(request)
                        && (request.getHeader("Origin") != null
                                || "same-origin".equals(request.getHeader("Sec-Fetch-Site")));
    }

    private static boolean same(String own, String sent) {
        return MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }
}

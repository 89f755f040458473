package io.wubu.access.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.wubu.access.identity.SignedIn;
import io.wubu.access.sessions.Sessions;
import io.wubu.access.sessions.Token;
import io.wubu.shared.BodyTooLong;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the engine's API in the webapps: only listed routes pass, each for its tier. */
public class EngineGate extends OncePerRequestFilter {

    private static final String API = "/camunda/api";
    private static final Pattern NAMED =
            Pattern.compile("^(?:/engine/engine|/cockpit/plugin/base)/default/(task|process-instance|job)/([^/]+)");

    private final EngineRoutes routes;
    private final Sessions sessions;
    private final EngineSight sight;
    private final int longestBody;

    /** @param longestBody bytes of a request: a question or a claim is short */
    public EngineGate(EngineRoutes routes, Sessions sessions, EngineSight sight, int longestBody) {
        this.routes = routes;
        this.sessions = sessions;
        this.sight = sight;
        this.longestBody = longestBody;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = path(request);
        return !path.equals(API) && !path.startsWith(API + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = path(request).substring(API.length());
        Set<Tier> tiers =
                routes.find(request.getMethod(), path).map(EngineRoute::tiers).orElse(EnumSet.of(Tier.DENY));
        if (tiers.contains(Tier.OPEN)) {
            EngineWords.around(chain, request, response);
            return;
        }
        var user = sessions.of(request);
        SignedIn.trace(user);
        if (tiers.contains(Tier.GONE)) {
            Refusal.write(response, HttpStatus.NOT_FOUND, "gone");
        } else if (user.isEmpty()) {
            Refusal.write(response, HttpStatus.UNAUTHORIZED, "not-signed-in");
        } else if (tiers.stream().noneMatch(tier -> tier.includes(user.get().apps()))) {
            Refusal.write(response, HttpStatus.FORBIDDEN, "route");
        } else if (isHidden(path, user.get())) {
            Refusal.write(response, HttpStatus.NOT_FOUND, "row");
        } else if (!Token.READING.contains(request.getMethod()) && Token.isForeign(request)) {
            Refusal.write(response, HttpStatus.FORBIDDEN, "token"); // before the webapps, which would end the session
        } else {
            pass(new ShortLists(request), response, chain, user.get());
        }
    }

    private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain engine, SignedIn user)
            throws IOException, ServletException {
        if (!isReadable(request.getContentType())) {
            Refusal.contentType(response);
            return;
        }
        HttpServletRequest plain;
        try {
            plain = EngineBody.of(request, longestBody, user.apps().contains("cockpit"));
        } catch (BodyTooLong refusal) {
            Refusal.write(response, HttpStatus.PAYLOAD_TOO_LARGE, "size");
            return;
        } catch (JsonProcessingException refusal) {
            Refusal.write(response, HttpStatus.BAD_REQUEST, "json");
            return;
        }
        EngineWords.around(engine, plain, response);
    }

    /** Nothing is sent, or something of a type that exists, in the signs everybody reads. */
    private static boolean isReadable(@Nullable String type) {
        try {
            var media = type == null ? null : MediaType.parseMediaType(type);
            return media == null
                    || media.isConcrete()
                            && (media.getCharset() == null || media.getCharset().equals(StandardCharsets.UTF_8));
        } catch (InvalidMediaTypeException unknown) {
            return false;
        }
    }

    /** Whether the path names a task, instance or job the user can't see: foreign and unknown are told in the same words. */
    private boolean isHidden(String path, SignedIn user) {
        var named = NAMED.matcher(path);
        return named.find()
                && !named.group(2).equals("count")
                && !named.group(2).equals("report")
                && !sight.sees(user, named.group(1), named.group(2));
    }

    /** Decoded once, as the API itself will decode it; encoded slashes and dots never get here (StrictHttpFirewall). */
    private static String path(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}

package io.wubu.access;

import io.wubu.audit.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the engine's API in the webapps: only listed routes pass, each for its tier. */
class EngineGate extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(EngineGate.class);
    private static final String API = "/camunda/api";
    private static final Pattern NAMED =
            Pattern.compile("^(?:/engine/engine|/cockpit/plugin/base)/default/(task|process-instance|job)/([^/]+)");

    private final EngineRoutes routes;
    private final Logins logins;
    private final EngineSight sight;

    EngineGate(EngineRoutes routes, Logins logins, EngineSight sight) {
        this.routes = routes;
        this.logins = logins;
        this.sight = sight;
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
            if (request.getMethod().equals("GET")) {
                Trace.told(); // a page may ask whether somebody is signed in
            }
            chain.doFilter(request, response);
            return;
        }
        var user = logins.ofSession(request);
        user.ifPresent(known -> Trace.by(known.userId(), known.post()));
        if (tiers.contains(Tier.GONE)) {
            refuse(request, response, HttpStatus.NOT_FOUND, "gone");
        } else if (user.isEmpty()) {
            refuse(request, response, HttpStatus.UNAUTHORIZED, "not-signed-in");
        } else if (tiers.stream().noneMatch(tier -> tier.includes(user.get().apps()))) {
            refuse(request, response, HttpStatus.FORBIDDEN, "route");
        } else if (isHidden(path, user.get())) {
            refuse(request, response, HttpStatus.NOT_FOUND, "row");
        } else {
            chain.doFilter(new ShortLists(request), response);
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

    private static void refuse(
            HttpServletRequest request, HttpServletResponse response, HttpStatus status, String reason)
            throws IOException {
        Trace.refused(reason);
        LOG.debug("refused {} {}: {}", request.getMethod(), request.getRequestURI(), status);
        Refusal.write(response, status);
    }

    /** Decoded once, as the API itself will decode it; encoded slashes and dots never get here (StrictHttpFirewall). */
    private static String path(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}

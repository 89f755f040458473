package io.wubu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the engine's API in the webapps: only listed routes pass, each for its tier. */
class EngineGate extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(EngineGate.class);
    private static final String API = "/camunda/api";

    private final EngineRoutes routes;
    private final Logins logins;

    EngineGate(EngineRoutes routes, Logins logins) {
        this.routes = routes;
        this.logins = logins;
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
            chain.doFilter(request, response);
            return;
        }
        var user = logins.ofSession(request);
        if (tiers.contains(Tier.GONE)) {
            refuse(request, response, HttpStatus.NOT_FOUND);
        } else if (user.isEmpty()) {
            refuse(request, response, HttpStatus.UNAUTHORIZED);
        } else if (tiers.stream().anyMatch(tier -> tier.includes(user.get().apps()))) {
            chain.doFilter(request, response);
        } else {
            refuse(request, response, HttpStatus.FORBIDDEN);
        }
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status)
            throws IOException {
        LOG.debug("refused {} {}: {}", request.getMethod(), request.getRequestURI(), status);
        Refusal.write(response, status);
    }

    /** Decoded once, as the API itself will decode it; encoded slashes and dots never get here (StrictHttpFirewall). */
    private static String path(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}

package io.wubu.access.routes;

import io.wubu.access.identity.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before our own API, behind the sign-in: only listed routes pass, each for its roles. */
public class OwnGate extends OncePerRequestFilter {

    private final OwnRoutes routes;

    public OwnGate(OwnRoutes routes) {
        this.routes = routes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn caller)) {
            chain.doFilter(request, response);
            return;
        }
        var route = routes.find(request);
        if (route.filter(line -> line.admits(caller)).isPresent()) {
            chain.doFilter(request, response);
            return;
        }
        var known = route.filter(line -> line.rows() != Rows.ROUND).isPresent();
        var status = known ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND;
        Refusal.write(response, status, route.isPresent() ? "role" : "route");
    }
}

package io.wubu.access.front;

import io.wubu.access.routes.EngineRoutes;
import io.wubu.database.Pulse;
import io.wubu.database.Stays;
import io.wubu.database.Trouble;
import io.wubu.database.Work;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before everything that reads the database: says what kind of work a request is, refuses it at once while the database
 * doesn't answer, and has words for what goes wrong there.
 */
class DatabaseDoor extends OncePerRequestFilter {

    private final EngineRoutes routes;
    private final Pulse pulse;
    private final Stays stays;

    DatabaseDoor(EngineRoutes routes, Pulse pulse, Stays stays) {
        this.routes = routes;
        this.pulse = pulse;
        this.stays = stays;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = Asked.of(request.getMethod(), path(request), routes);
        var trouble = pulse.trouble();
        if (trouble != null && asked.database()) {
            DatabaseRefusal.write(request, response, trouble);
            return;
        }
        var stranger = trouble != null && asked.work() == Work.HEALTH;
        try (var stay = stays.begin(asked.work(), asked.reading(), clientGone(request))) {
            answer(stranger ? new Stranger(request) : request, response, chain);
        }
    }

    private static void answer(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException failure) {
            var trouble = Trouble.of(failure);
            if (trouble.isEmpty()) {
                throw failure;
            }
            if (!response.isCommitted()) {
                DatabaseRefusal.write(request, response, trouble.get());
            }
        }
    }

    private static BooleanSupplier clientGone(HttpServletRequest request) {
        return request.getAttribute(ClientLook.ATTRIBUTE) instanceof BooleanSupplier look ? look : () -> false;
    }

    /** Decoded once, as whoever answers will decode it. */
    private static String path(HttpServletRequest request) {
        var rest = request.getPathInfo();
        return rest == null ? request.getServletPath() : request.getServletPath() + rest;
    }
}

package io.wubu.access.front;

import io.wubu.access.routes.EngineRoutes;
import io.wubu.access.routes.Refusal;
import io.wubu.audit.Trace;
import io.wubu.disks.Disks;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.filter.OncePerRequestFilter;

/** While a disk is too full, what would change something is refused before its body is read; reading goes on. */
public class RoomGate extends OncePerRequestFilter {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final String ENGINE = "/camunda/api";

    /** They write little, and whoever mends it has to get in. */
    private static final Set<String> DOORS = Set.of("/api/sign-in", "/api/sign-out");

    private final Disks disks;
    private final EngineRoutes routes;

    public RoomGate(Disks disks, EngineRoutes routes) {
        this.disks = disks;
        this.routes = routes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var refusal = refusal(request);
        if (refusal == null) {
            chain.doFilter(request, response);
            return;
        }
        Trace.refused("disk");
        Refusal.noRoom(response, refusal);
    }

    private @Nullable String refusal(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return null;
        }
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (path.equals("/api/evidence")) {
            return disks.refusesPhotos();
        }
        return DOORS.contains(path) || readsByPost(request.getMethod(), path) ? null : disks.refusesChanges();
    }

    /** Queries of the engine come by either method, and a line for both names nothing that changes. */
    private boolean readsByPost(String method, String path) {
        return method.equals("POST")
                && path.startsWith(ENGINE + "/")
                && routes.readsByPost(path.substring(ENGINE.length()));
    }
}

package io.wubu.audit;

import io.wubu.database.Stays;
import io.wubu.database.Work;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Gives each request its trace id, before anything else sees it, and leaves a row of each that was refused or failed. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class TraceFilter extends OncePerRequestFilter {

    private static final String HEADER = "X-Trace-Id";
    private static final int FAILURE = 500;

    private final Refusals refusals;
    private final Stays stays;

    TraceFilter(Refusals refusals, Stays stays) {
        this.refusals = refusals;
        this.stays = stays;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var trace = new Trace(request.getRemoteAddr());
        trace.begin();
        request.setAttribute(Trace.ATTRIBUTE, trace.id());
        MDC.put("trace", trace.id());
        response.setHeader(HEADER, trace.id());
        try {
            chain.doFilter(request, response);
            answered(request, response.getStatus(), trace, null);
        } catch (IOException | ServletException | RuntimeException failure) {
            answered(request, FAILURE, trace, failure);
            throw failure;
        } finally {
            MDC.remove("trace");
            Trace.end();
        }
    }

    /** Whoever asked waits for this row, too: a silent database must not keep him. */
    private void answered(HttpServletRequest request, int status, Trace trace, @Nullable Exception failure) {
        try (var stay = stays.begin(Work.DOORS, true, () -> false)) {
            refusals.answered(request, status, trace, failure);
        }
    }
}

package io.wubu.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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

    TraceFilter(Refusals refusals) {
        this.refusals = refusals;
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
            refusals.answered(request, response.getStatus(), trace, null);
        } catch (IOException | ServletException | RuntimeException failure) {
            refusals.answered(request, FAILURE, trace, failure);
            throw failure;
        } finally {
            MDC.remove("trace");
            Trace.end();
        }
    }
}

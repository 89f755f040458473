package io.wubu.traffic;

import io.wubu.audit.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Who was too slow gets no audit row of his own: {@link Floods} writes one for many. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1) // behind audit.TraceFilter
class TooSlowIsTold extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } finally {
            if (WatchedProcessor.isLetGo()) {
                Trace.told();
            }
        }
    }
}

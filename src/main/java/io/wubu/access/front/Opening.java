package io.wubu.access.front;

import io.wubu.access.routes.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The port is open before models are deployed and the gates proven. Until then every request but health is told that the
 * system is starting, instead of getting half an answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
public class Opening extends OncePerRequestFilter {

    private volatile boolean preparing = true;

    /** The process is sound from now on, however long the models and a sample take. */
    @EventListener
    void listening(WebServerInitializedEvent event) {
        AvailabilityChangeEvent.publish(event.getApplicationContext(), LivenessState.CORRECT);
    }

    /** Models, shared grants and filters are there by now: {@code flow.engine.Startup} and its followers come before. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(2)
    void prepared() {
        preparing = false;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (preparing && !request.getRequestURI().contains("/actuator/health")) {
            response.setHeader("Retry-After", "5");
            Refusal.starting(response);
        } else {
            chain.doFilter(request, response);
        }
    }
}

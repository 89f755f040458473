package io.wubu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Refuses requests at the gates, and says so to whoever keeps account of it. */
@Component
class Refusals {

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final ApplicationEventPublisher events;

    Refusals(ApplicationEventPublisher events) {
        this.events = events;
    }

    /** @param account empty for a stranger */
    void refuse(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String reason, String account)
            throws IOException {
        tell(request, status, reason, account);
        Refusal.write(response, status);
    }

    /** Only says so, where somebody else writes the answer. */
    void tell(HttpServletRequest request, HttpStatus status, String reason, String account) {
        LOG.debug("refused {} {}: {} {}", request.getMethod(), request.getRequestURI(), status, reason);
        events.publishEvent(new RequestRefused(
                account, request.getRemoteAddr(), request.getMethod(), request.getRequestURI(), status.value(), reason));
    }
}

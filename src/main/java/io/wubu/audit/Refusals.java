package io.wubu.audit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leaves a row of every request that was refused or failed: method and path, never a query or a body. */
@Component
public class Refusals {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    private static final int ERROR = 400;
    private static final int FAILURE = 500;

    private final AuditLog log;
    private final Strangers strangers;

    Refusals(AuditLog log, Strangers strangers) {
        this.log = log;
        this.strangers = strangers;
    }

    void answered(HttpServletRequest request, int status, Trace trace, @Nullable Exception failure) {
        if (trace.isTold()) {
            return;
        }
        if (status < ERROR) {
            changed(request, trace);
            return;
        }
        if (trace.account() != null || strangers.mayTell(request.getRemoteAddr())) {
            log.tell(AuditNote.of(
                    AuditKind.REQUEST,
                    request.getMethod() + " " + request.getRequestURI(),
                    status < FAILURE ? AuditResult.REFUSED : AuditResult.FAILED,
                    (status + " " + why(trace, failure)).strip()));
        }
    }

    /** A change by our own API that nobody has written down: better here than nowhere. */
    private void changed(HttpServletRequest request, Trace trace) {
        var path = request.getRequestURI();
        if (trace.account() != null
                && !trace.isWritten()
                && !READING.contains(request.getMethod())
                && path.startsWith(request.getContextPath() + "/api/")) {
            log.tell(AuditNote.of(AuditKind.REQUEST, request.getMethod() + " " + path, AuditResult.DONE, null));
        }
    }

    /** The floods of the minute that is over, a row each. */
    public void tellFloods() {
        strangers.over().forEach(flood -> log.flood(flood.source(), "同一来源一分钟内另有 " + flood.refusals() + " 次被拒绝的请求"));
    }

    private static String why(Trace trace, @Nullable Exception failure) {
        var reason = trace.reason();
        if (reason != null) {
            return reason;
        }
        return failure == null ? "" : "failed";
    }
}

package io.wubu.access;

import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes signing in and out into the audit log. Programs send their password with every request: such a sign-in is written
 * down when it is the first from its address for as long as a session may be idle.
 */
@Component
class SignInAudit {

    private static final int REMEMBERED = 10_000;

    private final AuditLog audit;
    private final long idle;
    private final Map<String, Long> lastSeen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    SignInAudit(AuditLog audit, @Value("${server.servlet.session.timeout}") Duration idle) {
        this.audit = audit;
        this.idle = idle.toNanos();
    }

    /** A session begins; {@link io.wubu.audit.AuditUnavailable} if it may not. */
    void signedIn(SignedIn user) {
        audit.before(user.userId(), user.post(), AuditKind.SIGN_IN, null, "webapp");
    }

    /** A request brings the right password. */
    void signedInByPassword(SignedIn user, String source) {
        if (isFirst(user.userId() + " " + source)) {
            audit.before(user.userId(), user.post(), AuditKind.SIGN_IN, null, "basic");
        }
    }

    /** A sign-in fails: a wrong password, a locked account. */
    void refused(String account, String reason) {
        audit.refused(AuditKind.SIGN_IN, account, null, reason);
    }

    /** A session is ended by its user. */
    void signedOut(SignedIn user) {
        audit.before(user.userId(), user.post(), AuditKind.SIGN_OUT, null, "own");
    }

    private boolean isFirst(String key) {
        synchronized (lastSeen) {
            var now = System.nanoTime();
            var before = lastSeen.put(key, now);
            return before == null || now - before > idle;
        }
    }
}

package io.wubu.access.doors;

import io.wubu.access.guessing.GuessingNoticed;
import io.wubu.access.identity.AccountChanged;
import io.wubu.access.identity.AccountLocked;
import io.wubu.access.identity.Logins;
import io.wubu.access.identity.PasswordChanged;
import io.wubu.access.identity.SecondFactorChanged;
import io.wubu.access.identity.SignInRefused;
import io.wubu.access.identity.SignedIn;
import io.wubu.access.identity.SignedInNow;
import io.wubu.access.identity.SignedOut;
import io.wubu.accounts.ClaimsCrowd;
import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes what happens at the doors into the audit log; who can't be written down is not let in. Programs send their password
 * with every request: such a sign-in is written down when it is the first from its address for as long as a session may be
 * idle.
 */
@Component
class SignInAudit {

    private static final int REMEMBERED = 10_000;

    private final AuditLog audit;
    private final Logins logins;
    private final long idle;
    private final Map<String, Long> lastSeen = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > REMEMBERED;
        }
    };

    SignInAudit(AuditLog audit, Logins logins, @Value("${server.servlet.session.timeout}") Duration idle) {
        this.audit = audit;
        this.logins = logins;
        this.idle = idle.toNanos();
    }

    /** {@link io.wubu.audit.AuditUnavailable} ends the sign-in. */
    @EventListener
    void in(SignedInNow event) {
        if (!event.way().equals("basic") || isFirst(event.account() + " " + event.source())) {
            audit.before(event.account(), post(event.account()), AuditKind.SIGN_IN, null, event.way());
        }
    }

    @EventListener
    void refused(SignInRefused event) {
        audit.refused(AuditKind.SIGN_IN, event.account(), null, event.reason());
    }

    @EventListener
    void locked(AccountLocked event) {
        audit.refused(AuditKind.ACCOUNT, event.account(), "锁定 " + event.account(), "source " + event.source());
    }

    @EventListener
    void guessing(GuessingNoticed event) {
        var whose = event.account().isEmpty() ? "许多账号" : event.account();
        audit.refused(
                AuditKind.ACCOUNT,
                event.account().isEmpty() ? null : event.account(),
                "猜口令 " + whose,
                "guessing " + event.attempts() + " from " + event.sources());
    }

    @EventListener
    void crowd(ClaimsCrowd event) {
        audit.refused(AuditKind.ACCOUNT, null, "大量口令申请", "claims " + event.filed() + " from " + event.sources());
    }

    /** An end stands, written down or not. */
    @EventListener
    void out(SignedOut event) {
        audit.after(event.account(), post(event.account()), AuditKind.SIGN_OUT, null, event.reason());
    }

    @EventListener
    void changed(PasswordChanged event) {
        audit.with(event.by(), post(event.by()), AuditKind.PASSWORD, event.account(), () -> true);
    }

    @EventListener
    void changed(SecondFactorChanged event) {
        audit.with(event.account(), post(event.account()), AuditKind.ACCOUNT, "动态口令 " + event.change(), () -> true);
    }

    /** The post somebody chooses to act under is written down where it is chosen. */
    @EventListener
    void changed(AccountChanged event) {
        if (!event.change().equals("post-chosen")) {
            var object = (event.change() + " " + event.account() + " " + event.detail()).strip();
            if (event.by().isEmpty()) {
                audit.with(AuditKind.ACCOUNT, object, () -> true); // a stranger, from his address
            } else {
                audit.with(event.by(), post(event.by()), AuditKind.ACCOUNT, object, () -> true);
            }
        }
    }

    private String post(String account) {
        return logins.known(account).map(SignedIn::post).orElse("");
    }

    private boolean isFirst(String key) {
        synchronized (lastSeen) {
            var now = System.nanoTime();
            var before = lastSeen.put(key, now);
            return before == null || now - before > idle;
        }
    }
}

package io.wubu.access;

import io.wubu.audit.AuditUnavailable;
import io.wubu.audit.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Stands before the webapps' own login: counts its failures and writes down who signs in and out. A locked account is
 * answered like a wrong password.
 */
class WebappSignIn extends OncePerRequestFilter {

    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/";
    private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";

    private final SignInLocks locks;
    private final Logins logins;
    private final SignInAudit audit;

    WebappSignIn(SignInLocks locks, Logins logins, SignInAudit audit) {
        this.locks = locks;
        this.logins = logins;
        this.audit = audit;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getRequestURI();
        return !request.getMethod().equals("POST") || !path.contains(LOGIN) && !path.endsWith(LOGOUT);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getRequestURI().contains(LOGIN)) {
            signIn(request, response, chain);
        } else {
            signOut(request, response, chain);
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var account = String.valueOf(request.getParameter("username"));
        var source = request.getRemoteAddr();
        if (!locks.mayTry(account, source)) {
            audit.refused(account, "locked");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            locks.failed(account, source);
            audit.refused(account, "password");
        } else if (response.getStatus() == HttpServletResponse.SC_OK) {
            locks.succeeded(account, source);
            writeDown(request, response);
        }
    }

    /** Without a row there is no session, whatever the answer already says. */
    private void writeDown(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            logins.ofSession(request).ifPresent(user -> {
                Trace.by(user.userId(), user.post());
                audit.signedIn(user);
            });
        } catch (AuditUnavailable unwritten) {
            end(request);
            if (!response.isCommitted()) {
                response.resetBuffer();
                Refusal.write(response, HttpStatus.SERVICE_UNAVAILABLE);
            }
        }
    }

    private void signOut(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var user = logins.ofSession(request);
        chain.doFilter(request, response);
        user.ifPresent(gone -> {
            Trace.by(gone.userId(), gone.post());
            audit.signedOut(gone);
        });
    }

    private static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}

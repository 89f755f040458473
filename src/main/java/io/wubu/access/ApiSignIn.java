package io.wubu.access;

import io.wubu.audit.AuditUnavailable;
import io.wubu.audit.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.www.BasicAuthenticationConverter;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs a request to our own API in: by HTTP Basic if it brings a password, else by the webapp's session. A change made
 * through a session must bring the session's token, as in the webapps; a wrong one ends the session.
 */
class ApiSignIn extends OncePerRequestFilter {

    private static final String TOKEN = "X-XSRF-TOKEN";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final Logins logins;
    private final SignInLocks locks;
    private final SignInAudit audit;
    private final BasicAuthenticationConverter basic = new BasicAuthenticationConverter();

    ApiSignIn(Logins logins, SignInLocks locks, SignInAudit audit) {
        this.logins = logins;
        this.locks = locks;
        this.audit = audit;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var bringsPassword = request.getHeader("Authorization") != null;
        Optional<SignedIn> user;
        try {
            user = bringsPassword ? byPassword(request) : logins.ofSession(request);
        } catch (AuditUnavailable unwritten) {
            Refusal.write(response, HttpStatus.SERVICE_UNAVAILABLE);
            return;
        }
        if (user.isPresent() && !bringsPassword && !mayChange(request)) {
            Trace.by(user.get().userId(), user.get().post());
            Trace.refused("token");
            end(request);
            Refusal.write(response, HttpStatus.FORBIDDEN);
            return;
        }
        user.ifPresent(ApiSignIn::signIn);
        if (!bringsPassword) {
            logins.token(request).ifPresent(token -> response.setHeader(TOKEN, token));
        }
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> byPassword(HttpServletRequest request) {
        try {
            var given = basic.convert(request);
            return given == null
                    ? Optional.empty()
                    : tried(given.getName(), String.valueOf(given.getCredentials()), request.getRemoteAddr());
        } catch (org.springframework.security.core.AuthenticationException malformed) {
            return Optional.empty();
        }
    }

    private Optional<SignedIn> tried(String account, String password, String source) {
        if (!locks.mayTry(account, source)) {
            audit.refused(account, "locked");
            return Optional.empty();
        }
        var user = logins.ofPassword(account, password);
        if (user.isPresent()) {
            locks.succeeded(account, source);
            audit.signedInByPassword(user.get(), source);
        } else {
            locks.failed(account, source);
            audit.refused(account, "password");
        }
        return user;
    }

    private boolean mayChange(HttpServletRequest request) {
        if (READING.contains(request.getMethod())) {
            return true;
        }
        var sent = request.getHeader(TOKEN);
        return sent != null
                && logins.token(request).filter(own -> same(own, sent)).isPresent();
    }

    private static boolean same(String own, String sent) {
        return MessageDigest.isEqual(own.getBytes(StandardCharsets.UTF_8), sent.getBytes(StandardCharsets.UTF_8));
    }

    private static void signIn(SignedIn user) {
        Trace.by(user.userId(), user.post());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
        SecurityContextHolder.setContext(context);
    }

    private static void end(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
    }
}

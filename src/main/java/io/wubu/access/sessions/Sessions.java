package io.wubu.access.sessions;

import io.wubu.access.identity.Logins;
import io.wubu.access.identity.PasswordChanged;
import io.wubu.access.identity.SignedIn;
import io.wubu.access.identity.SignedOut;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Sessions of people who have signed in; they stand in PostgreSQL, so that every node knows them. A session holds the account
 * and a token against forged requests, nothing else.
 */
@Component
public class Sessions {

    /** Where the webapps look for the token. */
    public static final String TOKEN = "CAMUNDA_CSRF_TOKEN";

    public static final String TOKEN_HEADER = "X-XSRF-TOKEN";

    private static final String TOKEN_COOKIE = "XSRF-TOKEN";
    private static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final int TOKEN_BYTES = 16;

    private final FindByIndexNameSessionRepository<? extends Session> stored;
    private final Logins logins;
    private final ApplicationEventPublisher events;
    private final Duration longest;
    private final int most;
    private final int mostOfAdministrators;
    private final SecureRandom random = new SecureRandom();

    Sessions(
            FindByIndexNameSessionRepository<? extends Session> stored,
            Logins logins,
            ApplicationEventPublisher events,
            @Value("${wubu.sign-in.session-longest}") Duration longest,
            @Value("${wubu.sign-in.sessions}") int most,
            @Value("${wubu.sign-in.sessions-of-administrators}") int mostOfAdministrators) {
        this.stored = stored;
        this.logins = logins;
        this.events = events;
        this.longest = longest;
        this.most = most;
        this.mostOfAdministrators = mostOfAdministrators;
    }

    /** Who is signed in by the request's session. One that is too old, or whose account is gone or disabled, ends here. */
    public Optional<SignedIn> of(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(ACCOUNT) instanceof String account)) {
            return Optional.empty();
        }
        var age = Duration.ofMillis(System.currentTimeMillis() - session.getCreationTime());
        var user = age.compareTo(longest) < 0 ? logins.known(account) : Optional.<SignedIn>empty();
        if (user.isEmpty()) {
            session.invalidate();
            var reason = age.compareTo(longest) < 0 ? "disabled" : "too-old";
            events.publishEvent(new SignedOut(account, request.getRemoteAddr(), reason));
        }
        return user;
    }

    /** The token a change must bring; empty without a session. */
    public Optional<String> token(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null && session.getAttribute(TOKEN) instanceof String token
                ? Optional.of(token)
                : Optional.empty();
    }

    /** Begins a session of its own for who has just signed in; how many older ones had to end for it. */
    public int begin(HttpServletRequest request, HttpServletResponse response, SignedIn user) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var ended = makeRoom(user);
        var token = HexFormat.of().formatHex(bytes()).toUpperCase(Locale.ROOT);
        var session = request.getSession(true);
        session.setAttribute(ACCOUNT, user.userId());
        session.setAttribute(TOKEN, token);
        response.setHeader(TOKEN_HEADER, token);
        var cookie = ResponseCookie.from(TOKEN_COOKIE, token)
                .path(request.getContextPath() + "/camunda")
                .sameSite("Lax")
                .secure(request.isSecure());
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
        return ended;
    }

    /** Ends the request's session. */
    public void end(HttpServletRequest request, String reason) {
        var session = request.getSession(false);
        if (session != null) {
            var account = session.getAttribute(ACCOUNT);
            session.invalidate();
            if (account instanceof String known) {
                events.publishEvent(new SignedOut(known, request.getRemoteAddr(), reason));
            }
        }
    }

    /** Ends all sessions of an account. */
    public void endAll(String account, String reason) {
        logins.forget(account);
        stored.findByPrincipalName(account).keySet().forEach(id -> end(account, id, reason));
    }

    /** Whoever knew the old password is out. */
    @EventListener
    void passwordChanged(PasswordChanged changed) {
        endAll(changed.account(), "password");
    }

    private int makeRoom(SignedIn user) {
        var allowed = user.isAdministrator() ? mostOfAdministrators : most;
        var open = stored.findByPrincipalName(user.userId()).values().stream()
                .filter(session -> !session.isExpired())
                .sorted(Comparator.comparing(Session::getCreationTime))
                .toList();
        var surplus = open.subList(0, Math.max(0, open.size() - allowed + 1));
        surplus.forEach(session -> end(user.userId(), session.getId(), "too-many"));
        return surplus.size();
    }

    private void end(String account, String id, String reason) {
        stored.deleteById(id);
        events.publishEvent(new SignedOut(account, "", reason));
    }

    private byte[] bytes() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return bytes;
    }
}

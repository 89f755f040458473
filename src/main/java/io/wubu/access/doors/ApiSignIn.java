package io.wubu.access.doors;

import io.wubu.access.identity.OutsideUnavailable;
import io.wubu.access.identity.SignedIn;
import io.wubu.access.routes.OwnRoutes;
import io.wubu.access.routes.Refusal;
import io.wubu.access.sessions.Sessions;
import io.wubu.access.sessions.Token;
import io.wubu.audit.AuditUnavailable;
import io.wubu.database.Work;
import io.wubu.shared.Busy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs a request to our own API in: by HTTP Basic if it brings a password, else by its session. A change made through a
 * session must bring the session's token, as in the webapps; a wrong one ends the session. A change with a password is refused if
 * a foreign page sends it.
 */
public class ApiSignIn extends OncePerRequestFilter {

    private final Sessions sessions;
    private final BasicSignIn basic;
    private final OwnRoutes routes;

    public ApiSignIn(Sessions sessions, BasicSignIn basic, OwnRoutes routes) {
        this.sessions = sessions;
        this.basic = basic;
        this.routes = routes;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var bringsPassword = request.getHeader("Authorization") != null;
        if (bringsPassword && !Token.READING.contains(request.getMethod()) && Token.isForeign(request)) {
            Refusal.write(
                    response, HttpStatus.FORBIDDEN, "foreign"); // a browser sends the password it knows for any page
            return;
        }
        Optional<SignedIn> user;
        try {
            user = bringsPassword ? Work.DOORS.during(() -> basic.of(request)) : sessions.of(request);
        } catch (AuditUnavailable unwritten) {
            Refusal.write(response, HttpStatus.SERVICE_UNAVAILABLE, "audit");
            return;
        } catch (OutsideUnavailable down) {
            Refusal.unavailable(response);
            return;
        } catch (Busy full) {
            Refusal.busy(response, full);
            return;
        }
        SignedIn.trace(user);
        if (user.isEmpty() && bringsPassword && !routes.isOpen(request)) {
            Refusal.notSignedIn(request, response); // a flood of wrong passwords comes no further
            return;
        }
        if (user.isPresent() && !bringsPassword && !routes.isOpen(request) && !Token.isBroughtBy(request, sessions)) {
            if (!Token.isForeign(request)) { // else a foreign page could sign people out
                sessions.end(request, "forged");
            }
            Refusal.write(response, HttpStatus.FORBIDDEN, "token");
            return;
        }
        user.ifPresent(ApiSignIn::signIn);
        if (!bringsPassword) {
            sessions.token(request).ifPresent(token -> response.setHeader(Sessions.TOKEN_HEADER, token));
        }
        chain.doFilter(request, response);
    }

    private static void signIn(SignedIn user) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
        SecurityContextHolder.setContext(context);
    }
}

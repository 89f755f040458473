package io.wubu.access.doors;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.access.doors.Answer.Step;
import io.wubu.access.identity.OutsideUnavailable;
import io.wubu.access.identity.SignedIn;
import io.wubu.access.routes.Refusal;
import io.wubu.access.sessions.Sessions;
import io.wubu.access.sessions.Token;
import io.wubu.audit.AuditUnavailable;
import io.wubu.shared.Busy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers the webapps' own routes of signing in and out, as they would, by our rules. A code of the second factor comes in the
 * field {@code code}; whoever has to do more than that first is refused here and takes the page.
 */
public class WebappSignIn extends OncePerRequestFilter {

    private static final String ROUTE = "/camunda/api/admin/auth/user/default/";
    private static final String LOGIN = ROUTE + "login/";
    private static final String LOGOUT = ROUTE + "logout";

    /** Tomcat's, once it has read parameters: the form broke off, or is none. */
    private static final String BROKEN = "org.apache.catalina.parameter_parse_failed";

    private final Door door;
    private final Sessions sessions;
    private final DeviceCookie device;
    private final ObjectMapper json = new ObjectMapper();

    public WebappSignIn(Door door, Sessions sessions, DeviceCookie device) {
        this.door = door;
        this.sessions = sessions;
        this.device = device;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (!request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
        } else if (path.startsWith(LOGIN)) {
            try {
                signIn(request, response, path.substring(LOGIN.length()));
            } catch (AuditUnavailable unwritten) {
                Refusal.write(response, HttpStatus.SERVICE_UNAVAILABLE, "audit");
            } catch (OutsideUnavailable down) {
                Refusal.unavailable(response);
            } catch (Busy full) {
                Refusal.busy(response, full);
            }
        } else if (path.equals(LOGOUT)) {
            signOut(request, response);
        } else {
            chain.doFilter(request, response);
        }
    }

    private void signIn(HttpServletRequest request, HttpServletResponse response, String app) throws IOException {
        if (Token.isForeign(request)) {
            Refusal.write(response, HttpStatus.FORBIDDEN, "token");
            return;
        }
        var attempt = new Attempt(
                Objects.toString(request.getParameter("username"), ""),
                Objects.toString(request.getParameter("password"), ""),
                request.getParameter("code"),
                null);
        if (request.getAttribute(BROKEN) != null) {
            Refusal.write(response, HttpStatus.UNAUTHORIZED, "malformed"); // no attempt: half a form has no password
            return;
        }
        var answer = door.enter(
                attempt,
                request.getRemoteAddr(),
                device.of(request, attempt.account()).orElse(null),
                "webapp");
        var user = answer.user();
        if (answer.step() != Step.IN || user == null) {
            Refusal.write(response, HttpStatus.UNAUTHORIZED);
        } else if (!user.apps().contains(app)) {
            Refusal.write(response, HttpStatus.FORBIDDEN);
        } else {
            device.mark(request, response, user.userId());
            sessions.begin(request, response, user);
            response.setContentType("application/json;charset=UTF-8");
            json.writeValue(response.getOutputStream(), Map.of("userId", user.userId(), "authorizedApps", user.apps()));
        }
    }

    private void signOut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var user = sessions.of(request);
        SignedIn.trace(user);
        if (user.isPresent() && !Token.mayEnd(request, sessions)) {
            Refusal.write(response, HttpStatus.FORBIDDEN, "token");
            return;
        }
        sessions.end(request, "own");
        response.setStatus(HttpServletResponse.SC_OK);
    }
}

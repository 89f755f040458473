package io.wubu.flow.guard;

import io.wubu.access.Logins;
import io.wubu.access.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.webapp.impl.security.auth.AuthenticationUtil;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.camunda.bpm.webapp.impl.security.auth.UserAuthentication;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reads the webapps' session and checks passwords with the engine's directory. */
@Component
class EngineLogins implements Logins {

    private static final String SESSION = "authenticatedUser";

    private final ProcessEngine engine;
    private final long cached;

    EngineLogins(@Lazy ProcessEngine engine, @Value("${camunda.bpm.webapp.auth.cache.time-to-live}") long cached) {
        this.engine = engine;
        this.cached = cached;
    }

    @Override
    public Optional<SignedIn> ofSession(HttpServletRequest request) {
        var session = request.getSession(false);
        if (session == null || !(session.getAttribute(SESSION) instanceof Authentications logins)) {
            return Optional.empty();
        }
        // groups are read anew when they are older than the webapps allow, or the account is gone
        AuthenticationUtil.updateCache(logins, session, cached);
        var login = logins.getAuthenticationForProcessEngine(engine.getName());
        return login instanceof UserAuthentication user ? Optional.of(describe(user)) : Optional.empty();
    }

    @Override
    public Optional<String> token(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                        && session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) instanceof String token
                ? Optional.of(token)
                : Optional.empty();
    }

    @Override
    public Optional<SignedIn> ofPassword(String userId, String password) {
        engine.getIdentityService().clearAuthentication();
        return engine.getIdentityService().checkPassword(userId, password)
                ? Optional.ofNullable(AuthenticationUtil.createAuthentication(engine, userId))
                        .map(EngineLogins::describe)
                : Optional.empty();
    }

    private static SignedIn describe(UserAuthentication user) {
        return new SignedIn(
                user.getIdentityId(),
                copy(user.getGroupIds()),
                copy(user.getTenantIds()),
                Set.copyOf(user.getAuthorizedApps()));
    }

    private static List<String> copy(@Nullable List<String> ids) {
        return ids == null ? List.of() : List.copyOf(ids);
    }
}

package io.wubu.flow.logins;

import io.wubu.access.sessions.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Shows the webapps a session they can live with: who is signed in is told to them anew with every request, and only the
 * token goes into the session that is kept. A stranger's session is forgotten with his request.
 */
@Configuration(proxyBeanMethods = false)
class WebappSessions {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> webappSessionFilter(Sessions sessions, EngineLogins logins) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new Filter(sessions, logins));
        registration.addUrlPatterns("/camunda/*");
        registration.setOrder(0);
        return registration;
    }

    /** The filter itself, behind Spring Security's. */
    private static final class Filter extends OncePerRequestFilter {

        private final Sessions sessions;
        private final EngineLogins logins;

        Filter(Sessions sessions, EngineLogins logins) {
            this.sessions = sessions;
            this.logins = logins;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            var known = new Authentications();
            sessions.of(request).flatMap(user -> logins.login(user.userId())).ifPresent(known::addOrReplace);
            var kept = known.getAuthentications().isEmpty() ? null : request.getSession(false);
            chain.doFilter(new Shown(request, new WebappSession(request, kept, known)), response);
        }
    }

    /** A request that hands out the session shown. */
    private static final class Shown extends HttpServletRequestWrapper {

        private final WebappSession session;

        Shown(HttpServletRequest request, WebappSession session) {
            super(request);
            this.session = session;
        }

        @Override
        public HttpSession getSession() {
            return session;
        }

        @Override
        public @Nullable HttpSession getSession(boolean create) {
            return create || session.isKept() ? session : null;
        }

        @Override
        public String changeSessionId() {
            return session.getId();
        }
    }
}

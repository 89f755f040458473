package io.wubu.flow.logins;

import io.wubu.access.identity.SignedIn;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** While a request to our own API runs, the engine knows who acts, so that its checks apply; afterwards it forgets. */
@Configuration(proxyBeanMethods = false)
class ActingUser {

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> actingUserFilter(@Lazy IdentityService identities) {
        var registration = new FilterRegistrationBean<OncePerRequestFilter>(new EngineAuthentication(identities));
        registration.addUrlPatterns("/api/*");
        registration.setOrder(0);
        return registration;
    }

    /** The filter itself, behind Spring Security's. */
    private static final class EngineAuthentication extends OncePerRequestFilter {

        private final IdentityService identities;

        EngineAuthentication(IdentityService identities) {
            this.identities = identities;
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            var authentication = SecurityContextHolder.getContext().getAuthentication();
            if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn user)) {
                chain.doFilter(request, response);
                return;
            }
            identities.setAuthentication(user.userId(), user.groups(), user.regions());
            try {
                chain.doFilter(request, response);
            } finally {
                identities.clearAuthentication();
            }
        }
    }
}

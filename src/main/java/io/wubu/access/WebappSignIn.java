package io.wubu.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before the webapps' own login and counts its failures. A locked account is answered like a wrong password. */
class WebappSignIn extends OncePerRequestFilter {

    private static final String LOGIN = "/camunda/api/admin/auth/user/default/login/";

    private final SignInLocks locks;

    WebappSignIn(SignInLocks locks) {
        this.locks = locks;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getMethod().equals("POST") || !request.getRequestURI().contains(LOGIN);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var account = String.valueOf(request.getParameter("username"));
        var source = request.getRemoteAddr();
        if (!locks.mayTry(account, source)) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        chain.doFilter(request, response);
        if (response.getStatus() == HttpServletResponse.SC_UNAUTHORIZED) {
            locks.failed(account, source);
        } else if (response.getStatus() == HttpServletResponse.SC_OK) {
            locks.succeeded(account, source);
        }
    }
}

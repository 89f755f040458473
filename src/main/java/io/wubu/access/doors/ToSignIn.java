package io.wubu.access.doors;

import io.wubu.access.sessions.Sessions;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends people who open a webapp without being signed in to the page for that, which brings them back. */
public class ToSignIn extends OncePerRequestFilter {

    private static final Pattern PAGE = Pattern.compile("/camunda/(app/([a-z]+/([a-z]+/)?)?)?");

    private final Sessions sessions;

    public ToSignIn(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (request.getMethod().equals("GET")
                && String.valueOf(request.getHeader("Accept")).contains("text/html")
                && PAGE.matcher(path).matches()
                && sessions.of(request).isEmpty()) {
            response.setHeader("Cache-Control", "no-store");
            response.sendRedirect(request.getContextPath() + "/desk/sign-in.html?next="
                    + URLEncoder.encode(path, StandardCharsets.UTF_8));
        } else {
            chain.doFilter(request, response);
        }
    }
}

package io.wubu.access.front;

import io.wubu.access.routes.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/** Paths are written one way only; whatever two readers could understand differently is not found, before anybody reads it. */
public class PlainPaths extends OncePerRequestFilter {

    private static final Pattern TRICK = Pattern.compile(
            "//|/\\.{1,2}(/|$)|;|\\\\|%(2f|5c|2e|25|3b|0[0-9a-f]|1[0-9a-f]|7f)", Pattern.CASE_INSENSITIVE);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (TRICK.matcher(request.getRequestURI()).find()) {
            Refusal.write(response, HttpStatus.NOT_FOUND, "path");
        } else {
            chain.doFilter(request, response);
        }
    }
}

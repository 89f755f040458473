package io.wubu.access.front;

import io.wubu.access.routes.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/** A body is of one type: with a range of types ({@code *}/{@code *}), or what is no type or charset, it is read by nobody (415). */
public class PlainTypes extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var type = request.getContentType();
        if (type == null || type.isBlank() || isOne(type)) {
            chain.doFilter(request, response);
        } else {
            Refusal.write(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "type");
        }
    }

    private static boolean isOne(String written) {
        try {
            var type = MediaType.parseMediaType(written);
            type.getCharset();
            return type.isConcrete();
        } catch (IllegalArgumentException none) {
            return false;
        }
    }
}

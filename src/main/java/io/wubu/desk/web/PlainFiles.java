package io.wubu.desk.web;

import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** Files as they leave: a part nobody can have (416) brings nothing at all, and what is no text has no charset. */
@RestControllerAdvice
class PlainFiles implements ResponseBodyAdvice<Object> {

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (!(response instanceof ServletServerHttpResponse own)) {
            return body;
        }
        var servlet = own.getServletResponse();
        if (type.getType().equals("image")) {
            servlet.setCharacterEncoding(null);
        }
        return body instanceof Resource && isOutside(servlet) ? null : body;
    }

    private static boolean isOutside(HttpServletResponse servlet) {
        return servlet.getStatus() == HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value();
    }
}

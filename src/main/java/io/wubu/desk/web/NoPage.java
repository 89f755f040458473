package io.wubu.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** A page that does not exist: a page to people, a problem to programs. Asked before Spring's own, English answer. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class NoPage {

    @ExceptionHandler
    @Nullable
    ProblemDetail noPage(NoResourceFoundException refusal, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return null;
        }
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, "没有这个页面");
    }
}

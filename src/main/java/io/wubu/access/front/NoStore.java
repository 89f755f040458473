package io.wubu.access.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.web.header.HeaderWriter;

/** Answers of the engine's API are not kept by browsers; the webapps' scripts and styles may be. */
public class NoStore implements HeaderWriter {

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var type = response.getContentType();
        if (type != null && type.contains("json") && request.getRequestURI().contains("/api/")) {
            response.setHeader("Cache-Control", "no-store");
        }
    }
}

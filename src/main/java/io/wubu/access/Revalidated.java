package io.wubu.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.security.web.header.HeaderWriter;

/** Our own pages, scripts, styles and texts may be kept by browsers but are asked for anew, so that an upgrade reaches them. */
class Revalidated implements HeaderWriter {

    private static final Pattern OWN =
            Pattern.compile("/(desk/.*|camunda/app/[a-z]+/(scripts|styles|locales)/.*|camunda/app/[a-z]+/[a-z]+/)");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (OWN.matcher(path).matches() && !response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "no-cache");
        }
    }
}

package io.wubu.access.front;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Our own pages, scripts, styles and texts may be kept by browsers but are asked for anew, so that an upgrade reaches
 * them. The vendor's plugins, whose address names their version, may be kept for an hour.
 */
public class Revalidated implements HeaderWriter {

    private static final Pattern OWN =
            Pattern.compile("/(desk/.*|camunda/app/[a-z]+/(scripts|styles|locales)/.*|camunda/app/[a-z]+/[a-z]+/)");

    private static final Pattern PLUGIN = Pattern.compile("/camunda/api/[a-z]+/plugin/[A-Za-z]+/static/.*");

    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var path = request.getRequestURI().substring(request.getContextPath().length());
        if (OWN.matcher(path).matches() && !response.containsHeader("Cache-Control")) {
            response.setHeader("Cache-Control", "no-cache");
        } else if (PLUGIN.matcher(path).matches()
                && String.valueOf(request.getQueryString()).startsWith("bust=")) {
            response.setHeader("Cache-Control", "max-age=3600");
        }
    }
}

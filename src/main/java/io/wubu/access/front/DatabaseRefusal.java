package io.wubu.access.front;

import io.wubu.audit.Trace;
import io.wubu.database.Trouble;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;

/** What is answered when the database is the reason: a page to people, a problem to programs, words to both. */
final class DatabaseRefusal {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="zh-CN">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>请稍后再试 · 五步督察</title>
              <link rel="stylesheet" href="%s/desk/desk.css">
            </head>
            <body>
            <main>
              <h1>请稍后再试</h1>
              <p>%s。</p>
            </main>
            </body>
            </html>
            """;

    private static final String PROBLEM =
            """
            {"type":"urn:wubu:%1$s","title":"%2$s","detail":"%3$s","message":"%3$s","status":%4$d,"trace":"%5$s"}""";

    private DatabaseRefusal() {}

    static void write(HttpServletRequest request, HttpServletResponse response, Trouble trouble) throws IOException {
        Trace.refused("database " + trouble.type());
        if (trouble.isOfAll()) {
            Trace.told(); // the log is in there, too
        }
        clear(response);
        response.setStatus(trouble.status());
        response.setHeader("Retry-After", String.valueOf(trouble.retryAfter()));
        response.setHeader("Cache-Control", "no-store");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(PAGE.formatted(request.getContextPath(), trouble.words()));
        } else {
            response.setContentType("application/problem+json");
            response.getWriter()
                    .write(PROBLEM.formatted(
                            trouble.type(), "请稍后再试", trouble.words(), trouble.status(), Trace.currentId()));
        }
    }

    /** What was begun is forgotten, but for the headers that are about no content. */
    private static void clear(HttpServletResponse response) {
        var kept = new HashMap<String, String>();
        for (var name : response.getHeaderNames()) {
            if (!name.toLowerCase(Locale.ROOT).startsWith("content-")
                    || name.equalsIgnoreCase("Content-Security-Policy")) {
                kept.put(name, response.getHeader(name));
            }
        }
        response.reset();
        kept.forEach(response::setHeader);
    }
}

package io.wubu.access.front;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;

/** What Tomcat itself refuses before anybody of ours sees it: in our words, with our headers, and naming no server. */
public class PlainErrors extends ErrorReportValve {

    private static final int REFUSED = 400;
    private static final int FAILED = 500;
    private static final int NOT_IMPLEMENTED = 501;

    @Override
    protected void report(Request request, Response response, Throwable throwable) {
        var status = response.getStatus();
        if (status < REFUSED || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (!open.get()) {
            return;
        }
        try {
            write(response, status);
        } catch (IOException | IllegalStateException gone) {
            // whoever asked has gone
        }
    }

    private static void write(Response response, int status) throws IOException {
        var words = words(status);
        var body = "{\"type\":\"urn:wubu:malformed\",\"title\":\"%s\",\"message\":\"%s\",\"status\":%d}"
                .formatted(words, words, status)
                .getBytes(StandardCharsets.UTF_8);
        response.setContentType("application/problem+json;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
        response.finishResponse();
    }

    private static String words(int status) {
        return switch (status) {
            case 404 -> "没有找到";
            case 405, NOT_IMPLEMENTED -> "不支持这种请求方式";
            case 408 -> "请求没有按时发完";
            case 413 -> "请求内容过大";
            case 414, 431 -> "请求地址或请求头过长";
            case 417 -> "不支持请求头 Expect 的要求";
            case 503 -> "请稍后再试";
            default -> status >= FAILED ? "系统出错，请稍后再试" : "请求不符合 HTTP 规范";
        };
    }
}

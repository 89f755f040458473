package io.wubu.access.routes;

import io.wubu.access.identity.OutsideUnavailable;
import io.wubu.audit.AuditUnavailable;
import io.wubu.audit.Trace;
import io.wubu.shared.Busy;
import io.wubu.shared.Slowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/** Refusals that never reach a controller, as RFC 9457 problem details in Chinese, saying no more than needed. */
public final class Refusal {

    private Refusal() {}

    public static void write(HttpServletResponse response, HttpStatus status) throws IOException {
        write(response, status, kind(status), text(status));
    }

    /** The directory that would have to say whose password it is can't be asked. */
    public static void unavailable(HttpServletResponse response) throws IOException {
        Trace.refused("directory");
        write(response, HttpStatus.SERVICE_UNAVAILABLE, "outside-unavailable", OutsideUnavailable.MESSAGE);
    }

    /** A disk is too full for what was asked. */
    public static void noRoom(HttpServletResponse response, String words) throws IOException {
        write(response, HttpStatus.INSUFFICIENT_STORAGE, "no-room", words);
    }

    /** A body of a type, or in signs, that are not read here. */
    static void contentType(HttpServletResponse response) throws IOException {
        Trace.refused("content-type");
        write(response, HttpStatus.BAD_REQUEST, "malformed", "请求内容的类型或字符集（Content-Type）不是这里所用的，应为 UTF-8 的 JSON");
    }

    /** Models are not deployed yet. */
    public static void starting(HttpServletResponse response) throws IOException {
        Trace.refused("starting");
        write(response, HttpStatus.SERVICE_UNAVAILABLE, "starting", "系统正在启动，请稍后再试");
    }

    /** Too many at once, or a stage that is full: nothing was done, and when to come again. */
    public static void busy(HttpServletResponse response, Busy busy) throws IOException {
        if (busy instanceof Slowed) {
            tooMany(response, busy);
            return;
        }
        Trace.refused("busy");
        response.setHeader(HttpHeaders.RETRY_AFTER, busy.retryAfter());
        write(response, HttpStatus.SERVICE_UNAVAILABLE, "busy", String.valueOf(busy.getMessage()));
    }

    /** One caller's own share is used up. */
    static void tooMany(HttpServletResponse response, Busy busy) throws IOException {
        Trace.refused("too-many");
        response.setHeader(HttpHeaders.RETRY_AFTER, busy.retryAfter());
        write(response, HttpStatus.TOO_MANY_REQUESTS, "too-many", String.valueOf(busy.getMessage()));
    }

    private static void write(HttpServletResponse response, HttpStatus status, String kind, String text)
            throws IOException {
        response.setStatus(status.value());
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader("Cache-Control", "no-store");
        response.getWriter()
                .write("{\"type\":\"urn:wubu:%s\",\"title\":\"%s\",\"message\":\"%s\",\"status\":%d,\"trace\":\"%s\"}"
                        .formatted(kind, text, text, status.value(), Trace.currentId()));
    }

    /** The same, with the reason for the audit log, in a short stable word. */
    public static void write(HttpServletResponse response, HttpStatus status, String reason) throws IOException {
        Trace.refused(reason);
        write(response, status);
    }

    /** Nothing here: a page to people, a problem to programs. */
    public static void notFound(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (String.valueOf(request.getHeader("Accept")).contains("text/html")) {
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else {
            write(response, HttpStatus.NOT_FOUND);
        }
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "malformed";
            case UNAUTHORIZED -> "not-signed-in";
            case FORBIDDEN -> "forbidden";
            case PAYLOAD_TOO_LARGE -> "too-large";
            case UNSUPPORTED_MEDIA_TYPE -> "malformed";
            case SERVICE_UNAVAILABLE -> "not-audited";
            default -> "unknown";
        };
    }

    private static String text(HttpStatus status) {
        return switch (status) {
            case BAD_REQUEST -> "请求内容不是完整的 JSON 对象，或嵌套过深";
            case UNAUTHORIZED -> "请先登录";
            case FORBIDDEN -> "没有权限";
            case PAYLOAD_TOO_LARGE -> "请求内容过大";
            case UNSUPPORTED_MEDIA_TYPE -> "请求内容的类型（Content-Type）不是这里所用的";
            case SERVICE_UNAVAILABLE -> AuditUnavailable.MESSAGE;
            default -> "没有找到";
        };
    }

    /** Scripts get no challenge, or the browser would open a password window over the form. */
    public static void notSignedIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!"empty".equals(request.getHeader("Sec-Fetch-Dest"))) {
            response.setHeader("WWW-Authenticate", "Basic realm=\"wubu\", charset=\"UTF-8\"");
        }
        write(response, HttpStatus.UNAUTHORIZED, "not-signed-in");
    }
}

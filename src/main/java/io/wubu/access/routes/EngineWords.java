package io.wubu.access.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.audit.Trace;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the engine's API answers when it refuses or fails, without the names of its classes: the shape its webapps read, our
 * own sentences where the refusal is ours, general ones otherwise. What was wrong in detail the log tells.
 */
final class EngineWords extends HttpServletResponseWrapper {

    /** Our sentences begin in Chinese, the engine's don't; and they tell nothing of what is inside. */
    private static final Pattern OURS = Pattern.compile("(?s)[“《\\p{IsHan}].*");

    private static final Pattern TELLING = Pattern.compile(
            "Exception|Error\\b|[a-z]+\\.[a-z]+\\.\\w+|(?i)\\b(select|insert|update|delete)\\b.*\\b(from|into|set)\\b");

    /** Some routes wrap a refusal into a failure. */
    private static final String CALLERS = "BadUserRequestException";

    private static final int MOST = 64 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServletResponse answer;
    private @Nullable Kept kept;
    private @Nullable PrintWriter writer;

    private EngineWords(HttpServletResponse answer) {
        super(answer);
        this.answer = answer;
    }

    /** Lets the engine answer, in our words if it refuses. */
    static void around(FilterChain engine, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        var words = new EngineWords(response);
        engine.doFilter(request, words);
        words.tell();
    }

    private void tell() throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (!isRefusal() || answer.isCommitted()) {
            return;
        }
        var said = kept == null ? "" : kept.text.toString(StandardCharsets.UTF_8);
        if (answer.getStatus() == HttpServletResponse.SC_INTERNAL_SERVER_ERROR && said.contains(CALLERS)) {
            answer.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
        var told = JSON.writeValueAsBytes(told(answer.getStatus(), said));
        answer.setContentType("application/json");
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        answer.setContentLength(told.length);
        answer.getOutputStream().write(told);
    }

    /** What is told instead of that. */
    static Map<String, Object> told(int status, String said) {
        var engine = read(said);
        var type = engine.path("type").asText();
        var message = engine.path("message").asText();
        var isOurs =
                OURS.matcher(message).matches() && !TELLING.matcher(message).find();
        var told = new LinkedHashMap<String, Object>();
        told.put("type", type.startsWith("urn:wubu:") ? type : "urn:wubu:" + kind(status));
        told.put("message", isOurs ? message : words(status));
        told.put("status", status);
        told.put("trace", Trace.currentId());
        return told;
    }

    private static JsonNode read(String said) {
        try {
            return JSON.readTree(said);
        } catch (JsonProcessingException noJson) {
            return JSON.missingNode();
        }
    }

    private static String kind(int status) {
        return switch (status) {
            case 401 -> "not-signed-in";
            case 403 -> "forbidden";
            case 404, 405 -> "unknown";
            case 409 -> "stale";
            case 503 -> "unavailable";
            default -> status < 500 ? "malformed" : "failed";
        };
    }

    private static String words(int status) {
        return switch (status) {
            case 401 -> "请先登录";
            case 403 -> "没有权限";
            case 404, 405 -> "没有找到";
            case 406, 415 -> "请求内容的类型（Content-Type、Accept）不是这里所用的";
            case 409 -> "刚刚已有变化，请刷新后再试";
            case 503 -> "暂时不能办理，请稍后再试";
            default -> status < 500 ? "请求的条件或内容无法识别，请核对名称、类型和格式" : "系统出错，请稍后再试";
        };
    }

    private boolean isRefusal() {
        return answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST;
    }

    private Kept keeping() {
        if (kept == null) {
            kept = new Kept();
        }
        return kept;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return isRefusal() ? keeping() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (!isRefusal()) {
            return super.getWriter();
        }
        if (writer == null) {
            writer = new PrintWriter(new OutputStreamWriter(keeping(), StandardCharsets.UTF_8));
        }
        return writer;
    }

    /** A page of the container's would follow; programs ask here. */
    @Override
    public void sendError(int status) {
        answer.setStatus(status);
    }

    @Override
    public void sendError(int status, String message) {
        answer.setStatus(status);
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isRefusal()) {
            super.flushBuffer();
        }
    }

    /** What the engine would have said. */
    private static final class Kept extends ServletOutputStream {

        private final ByteArrayOutputStream text = new ByteArrayOutputStream();

        @Override
        public void write(int one) {
            if (text.size() < MOST) {
                text.write(one);
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("nothing here is asynchronous");
        }
    }
}

package io.wubu.traffic;

import io.wubu.audit.Trace;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Tells who was too slow that he was, whatever the application made of the body that broke off. Not by the error page: that
 * would try to read the body again.
 */
final class TooSlow extends ValveBase {

    private static final String WORDS =
            "{\"type\":\"urn:wubu:too-slow\",\"title\":\"请求内容传得太慢，已中断\",\"status\":408,\"detail\":\"请求内容传得太慢，已中断；"
                    + "请检查网络后再试\",\"trace\":\"%s\"}";

    TooSlow() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (WatchedProcessor.isLetGo() && !response.isCommitted()) {
            tell(request, response);
        }
    }

    private static void tell(Request request, Response response) throws IOException {
        var trace = Objects.requireNonNullElse(request.getAttribute(Trace.ATTRIBUTE), "");
        var words = WORDS.formatted(trace).getBytes(StandardCharsets.UTF_8);
        request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
        response.setSuspended(false);
        response.resetBuffer(true);
        response.setError();
        response.setErrorReported(); // here and now
        response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT);
        response.setContentType("application/problem+json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setContentLength(words.length);
        response.getOutputStream().write(words);
        response.finishResponse();
    }
}

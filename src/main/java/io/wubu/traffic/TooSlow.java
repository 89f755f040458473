package io.wubu.traffic;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Tells who was too slow that he was, whatever the application made of the body that broke off; the error page has the words. */
final class TooSlow extends ValveBase {

    TooSlow() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        getNext().invoke(request, response);
        if (WatchedProcessor.isLetGo() && !response.isCommitted()) {
            request.removeAttribute(RequestDispatcher.ERROR_EXCEPTION);
            response.setSuspended(false);
            response.sendError(HttpServletResponse.SC_REQUEST_TIMEOUT);
        }
    }
}

package io.wubu.access.front;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Lets others see whether the client of a request has closed its connection: what is left to read of it is asked for without
 * waiting. After the end that is one byte for ever, which is how Tomcat has the next reader meet the end. Only to be asked
 * while the request's own thread reads nothing.
 */
class ClientLook extends ValveBase {

    static final String ATTRIBUTE = "wubu.client";

    ClientLook() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        BooleanSupplier gone = () -> isGone(request.getCoyoteRequest());
        request.setAttribute(ATTRIBUTE, gone);
        getNext().invoke(request, response);
    }

    /** Data that is there, the rest of a body or another request, says that somebody is; it must not be asked for then. */
    private static boolean isGone(org.apache.coyote.Request request) {
        var read = new AtomicBoolean();
        request.action(ActionCode.REQUEST_BODY_FULLY_READ, read);
        if (!read.get()) {
            return false;
        }
        request.action(ActionCode.AVAILABLE, true);
        return request.getAvailable() == 1;
    }
}

package io.wubu.access.front;

import io.wubu.access.routes.Refusal;
import io.wubu.audit.Trace;
import io.wubu.shared.BodyTooLong;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * No body is longer than its limit, whether its length is announced or not. Uploads have limits of their own
 * ({@code spring.servlet.multipart}) and are not read before somebody has signed in.
 */
public class BodyLimit extends OncePerRequestFilter {

    private final long most;

    /** @param most bytes */
    public BodyLimit(long most) {
        this.most = most;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.startsWith("multipart/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getContentLengthLong() > most) {
            Trace.refused("size");
            Refusal.write(response, HttpStatus.PAYLOAD_TOO_LARGE);
            return;
        }
        var counted = new Counted(request);
        try {
            chain.doFilter(counted, response);
        } finally {
            if (counted.exceeded && !response.isCommitted()) {
                response.reset();
                response.setHeader("X-Trace-Id", Trace.currentId());
                Trace.refused("size");
                Refusal.write(response, HttpStatus.PAYLOAD_TOO_LARGE);
            }
        }
    }

    /** A request whose body breaks off at the limit. */
    private final class Counted extends HttpServletRequestWrapper {

        private boolean exceeded;

        Counted(HttpServletRequest request) {
            super(request);
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream());
        }

        /** Counts what is read. */
        private final class CountedStream extends ServletInputStream {

            private final ServletInputStream body;
            private long read;

            CountedStream(ServletInputStream body) {
                this.body = body;
            }

            @Override
            public int read() throws IOException {
                var one = body.read();
                count(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                var some = body.read(into, offset, length);
                count(Math.max(some, 0));
                return some;
            }

            private void count(int bytes) throws IOException {
                read += bytes;
                if (read > most) {
                    exceeded = true;
                    throw new BodyTooLong(most);
                }
            }

            @Override
            public boolean isFinished() {
                return body.isFinished();
            }

            @Override
            public boolean isReady() {
                return body.isReady();
            }

            @Override
            public void setReadListener(ReadListener listener) {
                body.setReadListener(listener);
            }
        }
    }
}

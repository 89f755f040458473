package io.wubu.access.routes;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.wubu.shared.BodyTooLong;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The body of a request to the engine's API: short, and one plain JSON object. An empty list of values would be no criterion at all to
 * the engine, so that {@code {"taskIdIn":[]}} asks for everything; here it asks for what no row has.
 */
final class EngineBody extends HttpServletRequestWrapper {

    /** Stands for nothing; no id, key or group is called so. */
    static final String NOTHING = "-";

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(16).build())
            .build();

    /** Lists of conditions, not of values: none of them is no condition. */
    private static final Set<String> CONDITIONS =
            Set.of("orQueries", "sorting", "processVariables", "taskVariables", "caseInstanceVariables", "variables");

    /** How the Cockpit says that no activity of the picture is chosen. */
    private static final Set<String> CHOSEN = Set.of("activityIdIn", "activityInstanceIdIn");

    private final byte[] content;

    private EngineBody(HttpServletRequest request, byte[] content) {
        super(request);
        this.content = content;
    }

    /**
     * The request with its body read.
     *
     * @param most bytes
     * @param mayChoose whether the sender uses the Cockpit
     * @throws BodyTooLong if the body goes on beyond its limit
     * @throws com.fasterxml.jackson.core.JacksonException if it is no JSON object, or nested too deep
     */
    static HttpServletRequest of(HttpServletRequest request, int most, boolean mayChoose) throws IOException {
        var length = request.getContentLengthLong();
        if (length > most) {
            throw new BodyTooLong(most);
        }
        var content = request.getInputStream().readNBytes(most + 1);
        if (content.length > most) {
            throw new BodyTooLong(most);
        }
        var isJson = String.valueOf(request.getContentType()).contains("json");
        return new EngineBody(request, isJson ? withoutEmptyLists(content, mayChoose) : content);
    }

    static byte[] withoutEmptyLists(byte[] json, boolean mayChoose) throws IOException {
        var out = new ByteArrayOutputStream(json.length);
        try (var parser = JSON.createParser(json);
                var written = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            var last = parser.nextToken();
            if (last != null && last != JsonToken.START_OBJECT) {
                throw new JsonParseException(parser, "no object");
            }
            while (last != null) {
                if (last == JsonToken.VALUE_NULL && parser.getParsingContext().inArray()) {
                    throw new JsonParseException(parser, "nothing in a list");
                }
                written.copyCurrentEventExact(parser);
                var next = parser.nextToken();
                if (last == JsonToken.START_ARRAY && next == JsonToken.END_ARRAY && isOfValues(parser, mayChoose)) {
                    written.writeString(NOTHING);
                }
                last = next;
            }
        }
        return out.toByteArray();
    }

    /** At the end of an empty list; what is not in a list need not be left out. */
    private static boolean isOfValues(JsonParser parser, boolean mayChoose) throws IOException {
        var name = parser.currentName();
        return name != null
                && !name.endsWith("NotIn")
                && !CONDITIONS.contains(name)
                && !(mayChoose && CHOSEN.contains(name));
    }

    @Override
    public int getContentLength() {
        return content.length;
    }

    @Override
    public long getContentLengthLong() {
        return content.length;
    }

    @Override
    public @Nullable String getHeader(String name) {
        return name.equalsIgnoreCase("Content-Length") && super.getHeader(name) != null
                ? Integer.toString(content.length)
                : super.getHeader(name);
    }

    @Override
    public ServletInputStream getInputStream() {
        return new Content(new ByteArrayInputStream(content));
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.UTF_8));
    }

    /** What has been read, to be read again. */
    private static final class Content extends ServletInputStream {

        private final ByteArrayInputStream rest;

        Content(ByteArrayInputStream rest) {
            this.rest = rest;
        }

        @Override
        public int read() {
            return rest.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            return rest.read(into, offset, length);
        }

        @Override
        public boolean isFinished() {
            return rest.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("nothing here is asynchronous");
        }
    }
}

package io.wubu.desk.web;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import io.wubu.shared.Legible;
import io.wubu.shared.RuleBroken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.AbstractJackson2HttpMessageConverter;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/**
 * Every text of every JSON body of our own routes is legible, whatever becomes of it: known fields, unknown ones, names of
 * fields, at any depth. Doors look after themselves: they answer every password alike.
 */
@RestControllerAdvice("io.wubu.desk")
class PlainBodies extends RequestBodyAdviceAdapter {

    /** Names and titles stand in lists and headings. */
    private static final Set<String> ONE_LINE = Set.of(
            "account",
            "name",
            "siteName",
            "source",
            "title",
            "place",
            "uscc",
            "countyCode",
            "regionCode",
            "problemType");

    private static final JsonFactory JSON = new JsonFactory();

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return AbstractJackson2HttpMessageConverter.class.isAssignableFrom(converter);
    }

    /** {@link RuleBroken} names the first field that isn't. */
    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage given,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        var content = given.getBody().readAllBytes();
        try (var parser = JSON.createParser(reader(content, given.getHeaders()))) {
            check(parser);
        } catch (JsonProcessingException noJson) {
            return new Read(given.getHeaders(), content); // the converter says so
        }
        return new Read(given.getHeaders(), content);
    }

    /** Read in the same signs as the converter will. */
    private static Reader reader(byte[] content, HttpHeaders headers) {
        var type = headers.getContentType();
        var signs = type == null || type.getCharset() == null ? StandardCharsets.UTF_8 : type.getCharset();
        return new InputStreamReader(new ByteArrayInputStream(content), signs);
    }

    private static void check(JsonParser parser) throws IOException {
        for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                refuse("field", Legible.faultOfLine(parser.currentName()).map(fault -> "“字段名”" + fault));
            } else if (token == JsonToken.VALUE_STRING) {
                text(parser);
            } else if (token == JsonToken.VALUE_NUMBER_FLOAT && !Double.isFinite(parser.getDoubleValue())) {
                var field = field(parser.getParsingContext());
                refuse(field, Optional.of(FieldNames.of(field) + "：数字过大"));
            }
        }
    }

    private static void text(JsonParser parser) throws IOException {
        var field = field(parser.getParsingContext());
        if (field.toLowerCase(Locale.ROOT).endsWith("password")) {
            return;
        }
        var text = parser.getText();
        var fault = ONE_LINE.contains(field) ? Legible.faultOfLine(text) : Legible.fault(text);
        refuse(field, fault.map(what -> FieldNames.of(field) + what));
    }

    /** The nearest name above a value: that of the list for what stands in a list. */
    private static String field(JsonStreamContext place) {
        for (var at = place; at != null; at = at.getParent()) {
            if (at.hasCurrentName()) {
                return at.getCurrentName();
            }
        }
        return "body";
    }

    private static void refuse(String field, Optional<String> fault) {
        fault.ifPresent(words -> {
            throw new RuleBroken(field, "characters", words);
        });
    }

    /** A body that has been read, to be read again. */
    private record Read(HttpHeaders headers, byte[] content) implements HttpInputMessage {

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }
    }
}

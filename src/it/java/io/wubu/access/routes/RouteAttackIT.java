package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.wubu.Heard;
import io.wubu.WubuTest;
import io.wubu.access.Browser;
import io.wubu.people.Role;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * T64, T70: every route of our own is given what breaks SQL, JSON and types, in every parameter and field it has. No answer
 * is a failure, none tells of classes or tables, and the log holds no failed statement.
 */
class RouteAttackIT extends WubuTest {

    private static final List<String> SQL = List.of(
            "'",
            "\"",
            "' or '1'='1",
            "'; drop table wubu.problem; --",
            "1) union select null,null,version() --",
            "\\",
            "%",
            "_",
            "$$;select pg_sleep(0)",
            ":x ::text ?",
            "/* */",
            "\u0000",
            "\uD800",
            "-1",
            "99999999999999999999",
            "1e309",
            "{\"a\":[]}",
            "\u2028\u202E＇＂",
            "x".repeat(5000));

    /** What no answer tells. */
    static final Pattern TOLD = Pattern.compile(
            "org\\.|java\\.|io\\.wubu|Exception|PSQL|SQLState|syntax error|wubu\\.(problem|photo|person)|\\bat [a-z]+\\.|(from|into|update) wubu|nested");

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    private int port;

    @Autowired
    private OwnRoutes routes;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    private final Map<String, Browser> browsers = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private Map<String, String> plausible = Map.of();
    private int asked;

    @BeforeEach
    void somethingToAskFor() {
        var number = importedProblem(COUNTY, "散乱污");
        plausible = Map.of(
                "number", number,
                "id", task(number, "signIn").getId(),
                "account", account(Role.GRID_CHIEF, "130425"),
                "step", "signIn",
                "year", "2016",
                "day", "2016-10-20",
                "region", "130425",
                "version", "1");
    }

    @AfterEach
    void openTheDoors() {
        jdbc.sql("delete from wubu.sign_in_failure").update();
    }

    /** T64. */
    @Test
    void whatBreaksSqlBreaksNoRoute() {
        List<ILoggingEvent> heard;
        try (var log = Heard.all()) {
            for (var target : RouteTarget.all(mapping)) {
                SQL.forEach(text -> attack(target, text));
            }
            heard = log.events();
        }
        assertThat(faults).isEmpty();
        assertThat(asked).isGreaterThan(2000);
        assertThat(heard.stream()
                        .filter(event -> event.getLevel().isGreaterOrEqual(Level.ERROR)
                                || Heard.whole(event).contains("SQLException"))
                        .map(Heard::whole)
                        .toList())
                .isEmpty();
    }

    /** T70. */
    @Test
    void whatIsMalformedIsAnsweredInGenericWords() {
        for (var target : RouteTarget.all(mapping)) {
            var path = filled(target.path(), null);
            for (var type :
                    List.of("application/json", "text/plain", "application/xml", "nonsense", "multipart/form-data")) {
                for (var body : List.of("{\"a\":", "[1]", "\"x\"", "<a/>", "", "null", "{\"work\":{}}")) {
                    if (target.method().equals("GET") || target.path().equals("/api/sign-out")) {
                        continue;
                    }
                    check(
                            target,
                            "",
                            "with " + type + " " + body,
                            browser(target).send(target.method(), path, type, body));
                }
            }
            for (var method : List.of("PATCH", "PUT", "DELETE", "POST", "GET", "OPTIONS", "PROPFIND")) {
                if (routes.find(method, path).isEmpty()) {
                    var answer = browser(target).send(method, path, "{}");
                    check(target, "", "by " + method, answer);
                    assertThat(answer.statusCode()).as(method + " " + path).isIn(400, 401, 403, 404, 405);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private void attack(RouteTarget target, String text) {
        if (target.isUpload()) {
            var path = filled(target.path(), null);
            var type = "multipart/form-data; boundary=b";
            check(
                    target,
                    text,
                    text + " in a form",
                    browser(target).send(target.method(), path, type, target.form(text)));
        }
        var fields = target.bodies(text);
        if (target.path().contains("{")) {
            send(target, filled(target.path(), text), text, fields.isEmpty() ? null : "{}");
        }
        for (var name : target.query()) {
            send(target, filled(target.path(), null) + "?" + name + "=" + encoded(text), text, null);
        }
        fields.forEach(body -> send(target, filled(target.path(), null), text, json(body)));
    }

    private void send(RouteTarget target, String path, String text, String body) {
        if (target.path().equals("/api/sign-in") || target.path().equals("/api/me/password")) {
            openTheDoors();
        }
        check(target, text, text + " in " + path + " " + body, browser(target).send(target.method(), path, body));
    }

    /** What was sent may be named in the answer, in the request's address as well. */
    private static boolean tells(HttpResponse<String> answer, String sent) {
        var own = answer.body().replaceAll("\"instance\":\"[^\"]*\"", "").replace(json(sent), "");
        return answer.statusCode() >= 400 && TOLD.matcher(own).find();
    }

    private static String json(String text) {
        var quoted = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        return quoted.isEmpty() ? "nothing" : quoted;
    }

    private void check(RouteTarget target, String sent, String what, HttpResponse<String> answer) {
        asked++;
        if (answer.statusCode() >= 500 || tells(answer, sent)) {
            var shown = what.length() > 200 ? what.substring(0, 200) : what;
            faults.add("%s %s, %s: %d %s"
                    .formatted(target.method(), target.path(), shown, answer.statusCode(), answer.body()));
        }
    }

    /** Somebody who may call the route. */
    private Browser browser(RouteTarget target) {
        var route = routes.find(target.method(), filled(target.path(), null)).orElseThrow();
        return route.roles().stream()
                .sorted()
                .findFirst()
                .map(role -> browsers.computeIfAbsent(role, this::signedIn))
                .orElseGet(() -> browsers.computeIfAbsent("", nobody -> new Browser(port)));
    }

    private Browser signedIn(String name) {
        var role = Role.valueOf(name);
        var region =
                switch (role.level()) {
                    case "ministry" -> MINISTRY;
                    case "province" -> "130000";
                    case "city" -> CITY;
                    default -> COUNTY;
                };
        return new Browser(port).withPassword(account(role, region), PASSWORD);
    }

    /** The path with that text in its places, or with what stands there. */
    private String filled(String path, String text) {
        return Pattern.compile("\\{([^}]*)}")
                .matcher(path)
                .replaceAll(place -> text == null ? plausible.getOrDefault(place.group(1), "1") : encoded(text));
    }

    private static String encoded(String text) {
        return text.equals("\uD800")
                ? "%ED%A0%80"
                : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String json(Map<String, Object> body) {
        try {
            return JSON.writeValueAsString(body)
                    .chars()
                    .mapToObj(RouteAttackIT::escaped)
                    .collect(Collectors.joining());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** In ASCII, so that half a pair arrives as what it is. */
    private static String escaped(int sign) {
        return sign < 0x80 ? Character.toString(sign) : "\\u%04x".formatted(sign);
    }
}

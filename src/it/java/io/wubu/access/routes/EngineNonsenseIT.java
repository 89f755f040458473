package io.wubu.access.routes;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.access.Browser;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.rest.dto.CamundaQueryParam;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** T70: nonsense in every parameter and body of the engine's routes; no refusal tells what is inside. */
class EngineNonsenseIT extends EngineAsked {

    /** What no refusal tells: names of classes, of failures, of statements. */
    private static final Pattern TOLD = Pattern.compile("[a-z]+\\.[a-z]+\\.[A-Z]\\w+|Exception|Error:|\\bat [a-z]+\\."
            + "|org\\.|java|Jackson|PSQL|syntax|\\b(select|from|where) [a-zA-Z_]|ACT_|Cannot|ENGINE-");

    private static final List<String> BAD = List.of(
            "x",
            "",
            ",",
            "-1",
            "2147483648",
            "1e309",
            "\u0000",
            "\uD800",
            "${1}",
            "' or 1=1 --",
            "true,false",
            "[]",
            "{}",
            "2026-13-45",
            "a_b_c_d",
            "a_like_%",
            "x".repeat(600),
            "%".repeat(20),
            "甲");

    private static final List<String> BODIES = List.of(
            "",
            "null",
            "[]",
            "1",
            "\"x\"",
            "{\"a\":",
            "{]",
            "<a/>",
            "\u00FF\u00FE",
            "{\"a\":1}}",
            "[".repeat(500),
            "{\"sorting\":[{\"sortBy\":\"x\"}]}",
            "{\"sorting\":\"x\"}",
            "{\"sorting\":[null]}",
            "{\"orQueries\":[null]}",
            "{\"orQueries\":[{\"orQueries\":[{}]}]}",
            "{\"processVariables\":[null]}",
            "{\"variables\":[{}]}",
            "{\"processVariables\":[{\"name\":\"a\",\"operator\":\"zz\",\"value\":1}]}",
            "{\"variables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":{\"a\":[1]}}]}");

    @Autowired
    private EngineRoutes routes;

    private final List<String> faults = new ArrayList<>();
    private int asked;

    /** T70: by chance, the same each time. */
    @Test
    void noRefusalOfAnyRouteTellsWhatIsInside() throws Exception {
        var chance = new Random(11);
        var names = List.copyOf(names());
        assertThat(names).hasSizeGreaterThan(200);
        for (var route : routes.all()) {
            for (var method : List.of("GET", "POST", "PUT", "OPTIONS")) {
                if (route.path().matches(method, route.segments()) && isAnswered(route)) {
                    attack(route, method, names, chance);
                }
            }
        }
        assertThat(asked).isGreaterThan(300);
        assertThat(faults).isEmpty();
    }

    /** Not by the gate alone. */
    private static boolean isAnswered(EngineRoute route) {
        return Stream.of(Tier.OPEN, Tier.DENY, Tier.GONE).noneMatch(route.tiers()::contains);
    }

    private void attack(EngineRoute route, String method, List<String> names, Random chance) {
        var path = "/camunda/api/" + String.join("/", route.segments()).replaceFirst("^/", "");
        var filled = Pattern.compile("/(\\w[\\w-]*)/\\{[^}]*}")
                .matcher(path)
                .replaceAll(place -> "/" + place.group(1) + "/" + plausible.getOrDefault(place.group(1), "none"))
                .replace("**", "x");
        var browser = route.tiers().contains(Tier.OFFICER) ? officer : manager;
        if (method.equals("GET")) {
            for (var count = 0; count < 4; count++) {
                var name = names.get(chance.nextInt(names.size()));
                var value = BAD.get(chance.nextInt(BAD.size()));
                check(browser, method, filled + "?" + name + "=" + encoded(value), null);
            }
            for (var fixed : List.of("sortBy=x&sortOrder=asc", "sortBy=x", "sortOrder=x", "firstResult=x", "=&=&")) {
                check(browser, method, filled + "?" + fixed, null);
            }
        } else {
            for (var count = 0; count < 6; count++) {
                check(browser, method, filled, BODIES.get(chance.nextInt(BODIES.size())));
            }
        }
    }

    private void check(Browser browser, String method, String path, String body) {
        asked++;
        var answer = browser.send(method, path, body);
        var told = TOLD.matcher(answer.body()).find();
        var words = read(answer).path("message").asText();

        if (answer.statusCode() >= 500
                || answer.statusCode() >= 400 && (told || words.isBlank() || words.charAt(0) < 0x2000)) {
            faults.add("%s %s %s: %d %s".formatted(method, path, body, answer.statusCode(), answer.body()));
        }
    }

    /** Every parameter of every question there is. */
    private static Set<String> names() throws IOException, ClassNotFoundException {
        var names = new TreeSet<String>();
        for (var root :
                List.of("org/camunda/bpm/engine/rest/dto/", "org/camunda/bpm/cockpit/impl/plugin/base/dto/query/")) {
            for (var file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:" + root + "**/*QueryDto.class")) {
                var address = file.getURL().toString();
                var name = address.substring(address.lastIndexOf(root), address.length() - 6);
                Arrays.stream(Class.forName(name.replace('/', '.')).getMethods())
                        .map(method -> method.getAnnotation(CamundaQueryParam.class))
                        .filter(named -> named != null)
                        .forEach(named -> names.add(named.value()));
            }
        }
        return names;
    }

    private static String encoded(String text) {
        return text.equals("\uD800") ? "%ED%A0%80" : URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The Chinese texts of the web applications say as much as the English ones and name no vendor. */
class WebappTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\s*(\\w+)\\s*}}");
    private static final Pattern VENDOR = Pattern.compile("camunda|cockpit|tasklist", Pattern.CASE_INSENSITIVE);
    private static final Path WEB = Path.of("src/main/web/camunda");

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void everyEnglishTextHasAChineseOneAndNoOther(String app) {
        assertThat(new TreeSet<>(chinese(app).keySet()))
                .isEqualTo(new TreeSet<>(english(app).keySet()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void placeholdersSurviveTranslation(String app) {
        var chinese = chinese(app);
        english(app).forEach((key, text) -> assertThat(placeholders(chinese.get(key)))
                .as("%s %s", app, key)
                .isEqualTo(placeholders(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin", "welcome"})
    void noTextNamesTheVendorOrItsProducts(String app) {
        assertThat(chinese(app).values()).noneMatch(text -> VENDOR.matcher(text).find());
    }

    @ParameterizedTest
    @ValueSource(strings = {"tasklist", "cockpit", "admin"})
    void datesHaveTheShapeTheApplicationReads(String app) {
        var own = names(read(own(app)).get("dateLocales"));
        assertThat(own).isEqualTo(names(read(stock(app)).get("dateLocales"))).isNotEmpty();
    }

    private static List<String> placeholders(String text) {
        return PLACEHOLDER
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();
    }

    private static TreeSet<String> names(JsonNode node) {
        var names = new TreeSet<String>();
        node.properties().forEach(entry -> {
            names.add(entry.getKey());
            names(entry.getValue()).forEach(inner -> names.add(entry.getKey() + "." + inner));
        });
        return names;
    }

    private static Map<String, String> english(String app) {
        return labels(stock(app));
    }

    private static Map<String, String> chinese(String app) {
        return labels(own(app));
    }

    private static Map<String, String> labels(String json) {
        var labels = new HashMap<String, String>();
        read(json)
                .get("labels")
                .properties()
                .forEach(entry -> labels.put(entry.getKey(), entry.getValue().asText()));
        return labels;
    }

    private static JsonNode read(String json) {
        try {
            return new ObjectMapper().readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String own(String app) {
        try {
            return Files.readString(WEB.resolve(app).resolve("locales/zh.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The vendor's file, which begins with a byte order mark. */
    private static String stock(String app) {
        var path = "/META-INF/resources/webjars/camunda/app/" + app + "/locales/en.json";
        try (var file = WebappTextsTest.class.getResourceAsStream(path)) {
            assertThat(file).as(path).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

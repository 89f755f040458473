package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** docs/adr/0020 names every place that stands on the engine's internals, and no other. */
class EngineExitTest {

    private static final Path MAIN = Path.of("src/main/java/io/wubu");

    /** Its implementation, its webapps and the inside of its REST interface; the API is what every fork keeps. */
    private static final Pattern INTERNALS =
            Pattern.compile("org\\.camunda\\.bpm\\.(engine\\.(impl|rest)|cockpit|webapp|admin|tasklist|welcome)\\b");

    private static final Pattern TABLES = Pattern.compile("\\bact_(ru|hi|id|re|ge)_", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROW = Pattern.compile("^\\| `(flow\\.[\\w.]+)` \\|", Pattern.MULTILINE);
    private static final Pattern IN_JAVA = Pattern.compile("in Java (.*?)\\.\\s*$", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("`(flow\\.[\\w.]+)`");

    @Test
    void everyClassOnInternalsIsNamed() throws IOException {
        assertThat(named(ROW, record())).isEqualTo(sources(INTERNALS));
    }

    @Test
    void everyClassWithSqlOnTheEnginesTablesIsNamed() throws IOException {
        var sentence = IN_JAVA.matcher(record().strip());
        assertThat(sentence.find()).isTrue();
        assertThat(named(NAME, sentence.group(1))).isEqualTo(sources(TABLES));
    }

    private static Set<String> named(Pattern name, String text) {
        return name.matcher(text).results().map(hit -> hit.group(1)).collect(Collectors.toSet());
    }

    private static String record() throws IOException {
        return Files.readString(Path.of("docs/adr/0020-way-out-of-the-engine.md"));
    }

    private static Set<String> sources(Pattern what) throws IOException {
        try (var files = Files.walk(MAIN)) {
            var found = new TreeSet<String>();
            for (var file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                if (what.matcher(Files.readString(file)).find()) {
                    found.add(MAIN.relativize(file).toString().replace('/', '.').replaceAll("\\.java$", ""));
                }
            }
            return found;
        }
    }
}

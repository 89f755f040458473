package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** T95: what opens an installation is made where it runs and never kept beside the source. */
class NoKeysInTheRepositoryTest {

    private static final List<String> PLACES = List.of("src", "docs", "bpmn", "forms", ".ci", "pom.xml", "README.md");

    private static final Pattern KEY_FILE = Pattern.compile(".*\\.(key|pem|p12|pfx|jks|keystore|seals)");
    private static final Pattern PRIVATE_KEY = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE " + "KEY-----");
    private static final Pattern SETTING = Pattern.compile(
            "(?im)^\\s*[\\w.-]*(password|secret|token|key)[\\w.-]*\\s*[:=]\\s*[\"']?(?!\\$\\{)[A-Za-z0-9+/=_-]{12,}[\"']?\\s*(#.*)?$");

    @Test
    void thereIsNoKeyInIt() throws IOException {
        var files = files();
        assertThat(files).hasSizeGreaterThan(500);
        for (var file : files) {
            assertThat(KEY_FILE.matcher(file.getFileName().toString()).matches())
                    .as(file.toString())
                    .isFalse();
            var text = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(PRIVATE_KEY.matcher(text).find()).as(file.toString()).isFalse();
            if (file.toString().matches(".*\\.(ya?ml|properties)")) {
                assertThat(SETTING.matcher(text).find()).as(file.toString()).isFalse();
            }
        }
    }

    @Test
    void theSearchWouldFindOne() {
        assertThat(SETTING.matcher("wubu.secrets.key=MDEyMzQ1Njc4OWFiY2RlZg==").find())
                .isTrue();
        assertThat(SETTING.matcher("    password: geheim-geheim-1").find()).isTrue();
        assertThat(SETTING.matcher("    key-file: ${wubu.data-dir}/audit.key").find())
                .isFalse();
    }

    /** Where an installation keeps its keys is not taken along by mistake. */
    @Test
    void theDataDirectoryIsIgnored() throws IOException {
        assertThat(Files.readAllLines(Path.of(".gitignore"))).contains("/data/", "/target/");
    }

    private static List<Path> files() throws IOException {
        var found = new ArrayList<Path>();
        for (var place : PLACES) {
            try (var files = Files.walk(Path.of(place))) {
                files.filter(Files::isRegularFile).forEach(found::add);
            }
        }
        return found;
    }
}

package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.cfg.PackageVersion;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.script.ScriptEngineManager;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.catalina.util.ServerInfo;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.postgresql.util.DriverInfo;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * T96: what runs is what pom.xml allows. The rules bind Maven's idea of the class path; this test holds them against the jars
 * that are really there, and against what the running classes say of themselves.
 */
class SupplyTest {

    private static final Pattern BAN = Pattern.compile("([^:]+):([^:]+)(?::(.+))?");
    private static final Pattern BELOW = Pattern.compile("\\(,([^,)]+)\\)");
    private static final Pattern ABOVE = Pattern.compile("\\(([^,(]+),\\)");

    /** A jar in Maven's repository: its folder tells name, version and, at the end of the path to it, group. */
    private record Jar(String group, String name, String version) {}

    /** One excluded dependency of pom.xml; without a range every version is banned. */
    private record Ban(Pattern group, Pattern name, String range) {

        static Ban of(String text) {
            var parts = BAN.matcher(text);
            assertThat(parts.matches()).as(text).isTrue();
            return new Ban(
                    glob("*." + parts.group(1)), glob(parts.group(2)), parts.group(3) == null ? "" : parts.group(3));
        }

        boolean forbids(Jar jar) {
            return group.matcher("." + jar.group()).matches()
                    && name.matcher(jar.name()).matches()
                    && covers(jar.version());
        }

        private boolean covers(String version) {
            var below = BELOW.matcher(range);
            var above = ABOVE.matcher(range);
            if (below.matches()) {
                return compare(version, below.group(1)) < 0;
            }
            return above.matches() ? compare(version, above.group(1)) > 0 : range.isEmpty();
        }

        private static Pattern glob(String text) {
            return Pattern.compile(Arrays.stream(text.split("\\*", -1))
                    .map(Pattern::quote)
                    .reduce((one, other) -> one + ".*" + other)
                    .orElseThrow());
        }
    }

    @Test
    void noBannedJarIsOnTheClassPath() throws IOException {
        var jars = jars();
        assertThat(jars)
                .extracting(Jar::name)
                .contains("camunda-engine", "tomcat-embed-core", "postgresql", "logback-classic", "bcprov-jdk18on");
        assertThat(jars)
                .allSatisfy(jar -> assertThat(banOf(jar)).as(jar.toString()).isEmpty());
    }

    /** The rules would speak: an older or a newer one of these is refused. */
    @Test
    void theRulesForbidWhatTheyAreFor() {
        for (var bad : List.of(
                new Jar("org.apache.tomcat.embed", "tomcat-embed-core", "10.1.61"),
                new Jar("org.postgresql", "postgresql", "42.7.9"),
                new Jar("com.fasterxml.jackson.core", "jackson-databind", "2.21.5"),
                new Jar("ch.qos.logback", "logback-core", "1.5.35"),
                new Jar("org.camunda.bpm", "camunda-engine", "7.23.0"),
                new Jar("org.camunda.bpm", "camunda-engine", "7.25.0"),
                new Jar("org.camunda.bpm.springboot", "camunda-bpm-spring-boot-starter-rest", "7.24.0"),
                new Jar("org.camunda.connect", "camunda-connect-core", "7.24.0"),
                new Jar("org.apache.groovy", "groovy-jsr223", "4.0.27"),
                new Jar("org.python", "jython-standalone", "2.7.4"),
                new Jar("commons-logging", "commons-logging", "1.3.5"),
                new Jar("org.apache.logging.log4j", "log4j-core", "2.24.3"),
                new Jar("com.h2database", "h2", "2.3.232"))) {
            assertThat(banOf(bad)).as(bad.toString()).isPresent();
        }
        assertThat(banOf(new Jar("org.camunda.bpm", "camunda-engine", "7.24.0")))
                .isEmpty();
    }

    /** The versions the classes themselves know, whatever the jars are called. */
    @Test
    void theRunningClassesAreTheAllowedOnes() {
        for (var running : List.of(
                new Jar("org.camunda.bpm", "camunda-engine", version(ProcessEngine.class)),
                new Jar("org.apache.tomcat.embed", "tomcat-embed-core", ServerInfo.getServerNumber()),
                new Jar("org.postgresql", "postgresql", DriverInfo.DRIVER_VERSION),
                new Jar("com.fasterxml.jackson.core", "jackson-databind", PackageVersion.VERSION.toString()))) {
            assertThat(running.version()).as(running.name()).matches("\\d+\\.\\d+\\.\\d+.*");
            assertThat(banOf(running)).as(running.toString()).isEmpty();
        }
        assertThat(version(ProcessEngine.class)).isEqualTo("7.24.0");
    }

    /** Decision tables and expressions, both the engine's own; what an expression reaches is T05's matter. */
    @Test
    void noScriptLanguageIsThere() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(factory -> factory.getClass().getSimpleName())
                .containsExactlyInAnyOrder(
                        "JuelScriptEngineFactory", "FeelScriptEngineFactory", "FeelUnaryTestsScriptEngineFactory");
    }

    private static Optional<Ban> banOf(Jar jar) {
        return bans().stream().filter(ban -> ban.forbids(jar)).findFirst();
    }

    private static List<Ban> bans() {
        try {
            var nodes = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(Path.of("pom.xml").toFile())
                    .getElementsByTagName("exclude");
            var bans = new ArrayList<Ban>();
            for (var i = 0; i < nodes.getLength(); i++) {
                Node node = nodes.item(i);
                bans.add(Ban.of(node.getTextContent().strip()));
            }
            assertThat(bans).hasSizeGreaterThan(15);
            return bans;
        } catch (IOException | ParserConfigurationException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Jar> jars() throws IOException {
        return Collections.list(SupplyTest.class.getClassLoader().getResources("META-INF/MANIFEST.MF")).stream()
                .map(URL::toString)
                .filter(address -> address.startsWith("jar:file:"))
                .map(address -> Path.of(address.substring("jar:file:".length(), address.indexOf('!'))))
                .filter(jar -> jar.getNameCount() > 4)
                .map(SupplyTest::jar)
                .toList();
    }

    private static Jar jar(Path file) {
        var version = file.getParent();
        var name = version.getParent();
        return new Jar(
                name.getParent().toString().replace('\\', '.').replace('/', '.'),
                name.getFileName().toString(),
                version.getFileName().toString());
    }

    private static String version(Class<?> of) {
        return String.valueOf(of.getPackage().getImplementationVersion());
    }

    private static int compare(String one, String other) {
        var left = numbers(one);
        var right = numbers(other);
        for (var i = 0; i < Math.max(left.length, right.length); i++) {
            var difference = (i < left.length ? left[i] : 0) - (i < right.length ? right[i] : 0);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private static int[] numbers(String version) {
        return Arrays.stream(version.split("[^0-9]+"))
                .filter(part -> !part.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}

package io.wubu;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.net.URL;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.junit.jupiter.api.Test;

/** T66: nothing is about that fetches what a field names or runs what a field says. */
class ClassPathTest {

    /** Connectors, script engines, templates, and clients they would use; Selenium's own is the tests'. */
    private static final Pattern UNWANTED = Pattern.compile(
            "camunda-(connect|engine-plugin-(connect|spin)|template|scripting|spin|email).*|groovy.*|graal.*|js-.*|jython.*"
                    + "|jruby.*|nashorn.*|rhino.*|kotlin-script.*|freemarker.*|velocity.*|thymeleaf.*|mvel.*|ognl.*"
                    + "|commons-jexl.*|httpclient.*|okhttp.*|async-http.*|xalan.*|xmlgraphics.*|batik.*");

    /** The identity provider of the tests (scope test) brings these; nothing of ours may name them. */
    private static final Pattern TESTS_OWN = Pattern.compile("freemarker-.*|okhttp-.*");

    @Test
    void noConnectorScriptEngineOrTemplateIsOnTheClassPath() {
        var jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(place -> place.endsWith(".jar"))
                .map(place -> Path.of(place).getFileName().toString())
                .toList();
        assertThat(jars).anyMatch(jar -> jar.startsWith("camunda-engine-7"));
        assertThat(jars).filteredOn(jar -> !TESTS_OWN.matcher(jar).matches()).noneMatch(jar -> UNWANTED.matcher(jar)
                .matches());
    }

    /** The two that are part of the engine: FEEL of the decision tables, JUEL of the models. */
    @Test
    void noScriptsRunButTheEnginesOwnExpressions() {
        assertThat(new ScriptEngineManager().getEngineFactories())
                .extracting(ScriptEngineFactory::getLanguageName)
                .allMatch(name -> name.equalsIgnoreCase("JSP 2.1 EL")
                        || name.toLowerCase().contains("feel"));
    }

    /**
     * The two that speak HTTP call this very application at its own port when it starts; the room federation asks the
     * authority's configured servers through its libraries.
     */
    @Test
    void nothingOfOursOpensAConnection() {
        noClasses()
                .that()
                .resideInAPackage("io.wubu..")
                .and()
                .doNotHaveSimpleName("GateProof")
                .and()
                .doNotHaveSimpleName("WarmUp")
                .and()
                .doNotHaveSimpleName("WatchedEndpoint") // looks at those that came in
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..",
                        "org.springframework.web.client..",
                        "javax.net..",
                        "freemarker..",
                        "okhttp3..",
                        "no.nav..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.net\\.(URLConnection|HttpURLConnection|Socket|DatagramSocket)")
                .orShould()
                .callMethod(URL.class, "openStream")
                .orShould()
                .callMethod(URL.class, "openConnection")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .withImportOption(place -> !place.contains("/test"))
                        .importPackages("io.wubu"));
    }
}

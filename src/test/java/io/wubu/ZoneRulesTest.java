package io.wubu;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.core.domain.properties.HasParameterTypes.Predicates.rawParameterTypes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing asks in which zone the machine, the session or the reader stands (docs/adr/0015-instants.md). */
class ZoneRulesTest {

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.wubu");

    /** What a session's zone decides, and columns that forget theirs. */
    private static final Pattern SESSION = Pattern.compile(
            "current_date|current_time\\b|localtime|date_trunc|\\btimestamp\\b(?! with(out)? time zone)|(?<!shanghai'\\))::date\\b",
            Pattern.CASE_INSENSITIVE);

    /** As it was before V193 converted it. */
    private static final List<String> BEFORE = List.of("V140__worklist.sql");

    private static final Pattern LITERAL = Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);
    private static final Pattern WRITTEN_TIME = Pattern.compile("<bpmn:time(Date|Cycle)[^>]*>([^<]*)<");

    @Test
    void nobodyAsksForTheMachinesZone() {
        var present = target(owner(HasName.Predicates.nameMatching("java\\.time\\.(Local|Zoned|Offset|Year).*")))
                .and(target(nameMatching("now")))
                .and(target(rawParameterTypes(new Class<?>[0])));
        noClasses()
                .should()
                .callMethod(java.time.ZoneId.class, "systemDefault")
                .orShould()
                .callMethod(java.util.TimeZone.class, "getDefault")
                .orShould()
                .callMethod(java.time.Clock.class, "systemDefaultZone")
                .orShould()
                .callMethod(java.sql.Timestamp.class, "toLocalDateTime")
                .orShould()
                .callMethod(java.sql.Timestamp.class, "valueOf", String.class)
                .orShould()
                .callMethod(java.sql.Timestamp.class, "valueOf", java.time.LocalDateTime.class)
                .orShould()
                .callMethodWhere(present.as("the present of the machine's zone"))
                .check(CLASSES);
    }

    @Test
    void nobodyUsesTheDateClassesThatHideAZone() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(java.text.DateFormat.class, java.text.SimpleDateFormat.class, java.util.Calendar.class)
                .orShould()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are java.sql.Date or Time",
                        type -> List.of("java.sql.Date", "java.sql.Time").contains(type.getName())))
                .check(CLASSES);
    }

    @Test
    void noStatementDependsOnTheSessionsZone() throws IOException {
        var found = Stream.concat(
                        files("src/main/java", ".java").flatMap(ZoneRulesTest::literals),
                        Stream.concat(files("src/main/resources", ".sql"), files("src/main/resources", ".xml"))
                                .filter(file ->
                                        !BEFORE.contains(file.getFileName().toString()))
                                .map(file -> file + "\n" + text(file)))
                .flatMap(text -> SESSION.matcher(text).results().map(hit -> first(text) + ": " + hit.group()))
                .toList();
        assertThat(found).isEmpty();
    }

    /** A date or a cycle without offset is the JVM's; what a bean reckons is an instant. */
    @Test
    void noModelHasATimeOfItsOwn() throws IOException {
        var times = files("bpmn", ".bpmn")
                .flatMap(file -> WRITTEN_TIME.matcher(text(file)).results().map(hit -> hit.group(2)))
                .toList();
        assertThat(times.size()).isGreaterThan(20);
        assertThat(times).allMatch(time -> time.startsWith("${"));
    }

    private static Stream<String> literals(Path file) {
        return LITERAL.matcher(text(file))
                .results()
                .map(hit -> hit.group())
                .filter(literal -> literal.toLowerCase(java.util.Locale.ROOT).contains("select ")
                        || literal.contains("update ")
                        || literal.contains("insert ")
                        || literal.contains("where ")
                        || literal.contains(" and "))
                .map(literal -> file + "\n" + literal);
    }

    private static String first(String text) {
        return text.substring(0, text.indexOf('\n'));
    }

    private static Stream<Path> files(String folder, String ending) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(ending)).toList().stream();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the source may not hold, because it would turn text somebody wrote into markup, program or SQL. */
class SourceLintTest {

    /** T60: the policy of the webapps can't save a form that does this, as it allows eval. */
    private static final Pattern MARKUP = Pattern.compile("ng-bind-html|ng-include|\\.html\\(|innerHTML|outerHTML"
            + "|insertAdjacentHTML|document\\.write|\\beval\\b|\\$compile|\\$sce|\\$interpolate|\\$eval\\b|\\$parse|new Function"
            + "|Function\\(|srcdoc|createContextualFragment|DOMParser|javascript:|set(Timeout|Interval)\\(\\s*['\"`]"
            + "|\\bon(click|load|error|input|change|submit)\\s*=\\s*\"|\\{\\{");

    /** T64: parts of statements that are not constants; each is put together from constants of its class or caller. */
    private static final Set<String> CHOSEN = Set.of(
            "CaseTable.set",
            "ClosureRows.columns",
            "ClosureRows.suffix",
            "Letters.column",
            "ProblemLines.where",
            "ProblemRows.set",
            "RoundProblems.column",
            "SlipRows.set");

    private static final Pattern STATEMENT = Pattern.compile("\\.sql\\(");
    private static final Pattern LITERAL = Pattern.compile("\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\])*\"", Pattern.DOTALL);
    private static final Pattern VARIABLE = Pattern.compile("\\b[a-z]\\w*\\b(?!\\s*\\()");

    @Test
    void noFormOrPageTurnsTextIntoMarkup() {
        var found = Stream.of("forms", "src/main/web", "src/main/resources/letters", "src/main/resources/slips")
                .flatMap(folder -> files(folder, "html", "js"))
                .flatMap(file -> MARKUP.matcher(text(file)).results().map(hit -> file + ": " + hit.group()))
                .toList();
        assertThat(found).isEmpty();
    }

    @Test
    void statementsAreConstants() {
        var statements = 0;
        var found = new ArrayList<String>();
        for (var file : files("src/main/java", "java").toList()) {
            var text = text(file);
            var name = file.getFileName().toString().replace(".java", "");
            for (var statement : STATEMENT.matcher(text).results().toList()) {
                statements++;
                VARIABLE.matcher(argument(text, statement.end()))
                        .results()
                        .forEach(hit -> found.add(name + "." + hit.group()));
            }
        }
        assertThat(statements).isGreaterThan(100);
        assertThat(found).allMatch(CHOSEN::contains);
    }

    /** What stands between the brackets, its literals taken out. */
    private static String argument(String text, int from) {
        var rest = LITERAL.matcher(text.substring(from)).replaceAll("");
        var depth = 1;
        var end = 0;
        while (depth > 0) {
            var sign = rest.charAt(end++);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
        }
        return rest.substring(0, end - 1);
    }

    private static Stream<Path> files(String folder, String... endings) {
        try (var files = Files.walk(Path.of(folder))) {
            return files
                    .filter(file ->
                            Stream.of(endings).anyMatch(end -> file.toString().endsWith("." + end)))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import io.wubu.people.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** A step, role, field, output or problem type that one place names exists in the other: tables, models, forms, Java, SQL. */
class NamesTest {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]+)\"");
    private static final Pattern OUTPUT = Pattern.compile("<output [^>]*name=\"(\\w+)\"");
    private static final Pattern LIMIT_CALL =
            Pattern.compile("deadlines?\\.\\w+\\((?:\\w+(?:\\.\\w+\\(\\))?, )*[\"'](\\w+)[\"']");
    private static final Pattern READ = Pattern.compile(
            "paper\\s*\\.(?:text|textOrNull|integer|numberOrNull|date|dateTime|is|choices|rows)\\(\\s*\"(\\w+)\"");
    private static final Pattern COMPONENT = Pattern.compile("@Component\\(\"(\\w+)\"\\)");
    private static final Pattern TYPE_ROW = Pattern.compile("^[^,]*(?:,[^,]*){7},([^,]*),.*$");
    private static final Pattern REPEALED =
            Pattern.compile("大气污染防治法\\s*第|环境保护法\\s*第|约谈暂行办法》?第|规则手册|DMN-\\d|种子文件|[（：]W\\d{2}");

    private final String java = joined("src/main/java", ".java");
    private final String models = joined("bpmn", ".bpmn");

    @Test
    void everyOutputOfATableIsAskedForBySomebody() {
        for (var table : files("bpmn/rules", ".dmn")) {
            for (var output : found(OUTPUT, text(table))) {
                if (!output.equals("source")) {
                    assertThat(java.contains("\"" + output + "\"") || models.contains("'" + output + "'"))
                            .as(table + " output " + output)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void everyStepWithALimitIsAStepAndEveryLimitThatIsAskedForStandsInTheTable() {
        var limited = column("task-limit", 1);
        var asked = found(LIMIT_CALL, java);
        asked.addAll(found(LIMIT_CALL, models));
        assertThat(limited).containsAll(asked);
        assertThat(limited).allSatisfy(step -> assertThat(java.contains("\"" + step + "\"")
                        || models.contains("'" + step + "'")
                        || models.contains("id=\"" + step + "\""))
                .as(step)
                .isTrue());
        assertThat(limited).containsAll(column("disclosure-duty", 1));
    }

    @Test
    void everyStepJavaOrSqlAsksAboutIsOne() {
        var known = found(Pattern.compile("<bpmn:\\w+ id=\"(\\w+)\""), models);
        known.addAll(column("task-limit", 1));
        known.addAll(found(Pattern.compile("(?:Move|Step)\\.of\\(\\s*\"(\\w+)\""), java));
        var asked = found(Pattern.compile("step\\(\\)\\.equals\\(\"(\\w+)\""), java);
        asked.addAll(found(Pattern.compile("\"(\\w+)\"\\.equals\\(step\\)"), java));
        found(Pattern.compile("(?:CHECKS|STEPS)\\s*=\\s*Set\\.of\\(([^)]*)\\)"), java)
                .forEach(set -> asked.addAll(found(TEXT, set)));
        assertThat(asked).hasSizeGreaterThan(4);
        assertThat(known).containsAll(asked);
        assertThat(known)
                .containsAll(
                        found(Pattern.compile("'([a-z]+[A-Z][A-Za-z]+)'"), joined("src/main/resources/db", ".sql")));
    }

    @Test
    void everyRoleOfATableIsARole() {
        var roles = Arrays.stream(Role.values()).map(Enum::name).collect(Collectors.toSet());
        var named = new TreeSet<String>();
        for (var output :
                List.of("closureLevelRule\\d+Out[123]", "slipColourRule\\d+Out6", "disclosureDutyRule\\d+Out3")) {
            for (var table : files("bpmn/rules", ".dmn")) {
                var cell = Pattern.compile("id=\"" + output + "\"><text>\"([^\"]*)\"");
                found(cell, text(table)).forEach(cellText -> named.addAll(List.of(cellText.split(","))));
            }
        }
        named.remove("");
        assertThat(named).isNotEmpty();
        assertThat(roles).containsAll(named);
    }

    @Test
    void everyFieldAPaperReadsStandsInItsForm() {
        var checked = 0;
        for (var source : files("src/main/java/io/wubu/flow", ".java")) {
            var component = COMPONENT.matcher(text(source));
            if (!component.find()) {
                continue;
            }
            var form = form(component.group(1));
            if (form.isPresent()) {
                var page = Jsoup.parse(text(form.get()));
                for (var field : found(READ, text(source))) {
                    assertThat(page.select("[name=%s], [data-list=%s]".formatted(field, field)))
                            .as(source.getFileName() + " reads " + field)
                            .isNotEmpty();
                    checked++;
                }
            }
        }
        assertThat(checked).isGreaterThan(50);
    }

    /** The list; severity.dmn rates each of it, other tables and the sample name some, and no form keeps its own. */
    @Test
    void thereIsOneListOfProblemTypes() throws IOException {
        var types = Files.readAllLines(Path.of("src/main/resources/sources/problem-types.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
        assertThat(types).hasSizeGreaterThan(30).doesNotHaveDuplicates().contains("其他", "拒绝检查");
        assertThat(column("severity", 1)).containsExactlyInAnyOrderElementsOf(types);
        assertThat(types).containsAll(column("lead-unit", 1));
        var sample = Files.readAllLines(Path.of("src/main/resources/sample/problem_points.csv")).stream()
                .skip(1)
                .map(TYPE_ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1))
                .collect(Collectors.toSet());
        assertThat(types).containsAll(sample);
        for (var form : files("forms", ".html")) {
            var options = Jsoup.parse(text(form))
                    .select("[name=problemType] option[value]")
                    .eachAttr("value");
            assertThat(options).as(form.toString()).isEmpty();
        }
        for (var sql : files("src/main/resources/db", ".sql")) {
            assertThat(found(Pattern.compile("problem_type (?:=|in)[^;]*'([^']+)'"), text(sql)))
                    .as(sql.toString())
                    .isSubsetOf(types);
        }
    }

    @Test
    void noPlaceCitesARepealedArticleOrAHandbook() {
        var places = Stream.of(
                        files("src/main", ""),
                        files("forms", ".html"),
                        files("bpmn", ""),
                        List.of(Path.of("docs/glossary.md")))
                .flatMap(List::stream)
                .filter(file -> !file.toString().contains("migration") && isText(file))
                .filter(file -> !file.endsWith("sources.csv"));
        assertThat(places)
                .allSatisfy(file -> assertThat(REPEALED.matcher(text(file)).find())
                        .as(file.toString())
                        .isFalse());
    }

    private static boolean isText(Path file) {
        return Stream.of(".java", ".html", ".js", ".dmn", ".bpmn", ".md", ".yaml", ".txt", ".sql")
                .anyMatch(ending -> file.toString().endsWith(ending));
    }

    private static java.util.Optional<Path> form(String step) {
        var name = "/" + step.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT) + ".html";
        return files("forms", name).stream().findFirst();
    }

    /** The texts of an input column of a table. */
    private static Set<String> column(String table, int number) {
        var cell = Pattern.compile("id=\"\\w+Rule\\d+In" + number + "\"><text>([^<]*)</text>");
        var texts = new TreeSet<String>();
        found(cell, text(Path.of("bpmn/rules/" + table + ".dmn"))).forEach(entry -> texts.addAll(found(TEXT, entry)));
        return texts;
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(hit -> hit.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String joined(String folder, String ending) {
        return files(folder, ending).stream().map(NamesTest::text).collect(Collectors.joining("\n"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(String folder, String ending) {
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            return all.filter(Files::isRegularFile)
                    .filter(path -> path.toString().replace('\\', '/').endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

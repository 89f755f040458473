package io.wubu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** docs/threats.md names every threat once and only tests that exist. */
class ThreatTableTest {

    private static final Pattern ROW = Pattern.compile("\\| (T\\d\\d) \\| ([^|]+) \\| ([^|]+) \\| ?([^|]*) ?\\|");
    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+|\\*)`");
    private static final Set<String> STATES = Set.of("tested", "partly", "open", "not here");

    private static final List<Row> ROWS = new ArrayList<>();
    private static Map<String, String> sources = Map.of();

    /** A line of the table. */
    private record Row(String no, String state, String tests) {}

    @BeforeAll
    static void read() throws IOException {
        for (var line : Files.readAllLines(Path.of("docs/threats.md"))) {
            var row = ROW.matcher(line);
            if (row.matches()) {
                ROWS.add(
                        new Row(row.group(1), row.group(3).strip(), row.group(4).strip()));
            }
        }
        try (var tests = Files.walk(Path.of("src/test/java"));
                var its = Files.walk(Path.of("src/it/java"))) {
            sources = Stream.concat(tests, its)
                    .filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            ThreatTableTest::text,
                            (one, other) -> one + other));
        }
    }

    @Test
    void everyNumberOfTheListStandsThereOnce() {
        var wanted = Stream.of(
                        numbers(1, 14),
                        numbers(20, 33),
                        numbers(40, 47),
                        numbers(50, 58),
                        numbers(60, 70),
                        numbers(90, 96))
                .flatMap(Function.identity())
                .toList();
        assertThat(ROWS.stream().map(Row::no)).containsExactlyElementsOf(wanted);
    }

    @Test
    void everyRowIsTestedOrSaysWhyNot() {
        assertThat(ROWS).allSatisfy(row -> {
            assertThat(row.state()).as(row.no()).isIn(STATES);
            if (row.state().equals("tested") || row.state().equals("partly")) {
                assertThat(TEST.matcher(row.tests()).find()).as(row.no()).isTrue();
            }
            if (!row.state().equals("tested")) {
                assertThat(TEST.matcher(row.tests()).replaceAll("").strip())
                        .as("reason of " + row.no())
                        .hasSizeGreaterThan(20);
            }
        });
    }

    @Test
    void everyNamedTestExists() {
        assertThat(ROWS).allSatisfy(row -> TEST.matcher(row.tests()).results().forEach(test -> {
            var source = sources.get(test.group(1));
            assertThat(source).as(row.no() + ": " + test.group()).isNotNull();
            if (!test.group(2).equals("*")) {
                assertThat(source).as(row.no()).containsPattern("void " + test.group(2) + "\\(");
            }
        }));
    }

    /** docs/cves.md and docs/faults.md name tests that exist as well. */
    @ParameterizedTest
    @ValueSource(strings = {"docs/cves.md", "docs/faults.md"})
    void everyGuardOfAnotherTableExists(String table) throws IOException {
        var guards = TEST.matcher(Files.readString(Path.of(table))).results().toList();
        assertThat(guards).hasSizeGreaterThan(3);
        assertThat(guards).allSatisfy(guard -> {
            var source = sources.get(guard.group(1));
            assertThat(source).as(guard.group()).isNotNull();
            if (!guard.group(2).equals("*")) {
                assertThat(source).as(guard.group()).containsPattern("void " + guard.group(2) + "\\(");
            }
        });
    }

    /** Every fault has a test that brings it about, or says why it has none. */
    @Test
    void everyFaultIsTestedOrSaysWhyNot() throws IOException {
        var faults = Files.readAllLines(Path.of("docs/faults.md")).stream()
                .filter(line -> line.startsWith("| F"))
                .map(line -> line.split("\\|"))
                .toList();
        assertThat(faults).hasSizeGreaterThan(10).allSatisfy(fault -> {
            assertThat(fault).as(fault[1]).hasSize(7);
            assertThat(TEST.matcher(fault[3]).find() || fault[3].strip().length() > 30)
                    .as(fault[1])
                    .isTrue();
        });
        assertThat(faults.stream().map(fault -> fault[1].strip())).doesNotHaveDuplicates();
    }

    private static Stream<String> numbers(int first, int last) {
        return IntStream.rangeClosed(first, last).mapToObj("T%02d"::formatted);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}

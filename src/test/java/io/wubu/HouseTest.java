package io.wubu;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No drawers, no circles, nothing too long: the sizes of docs/adr/0017. */
class HouseTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int TYPES = 20;
    private static final int LINES = 300;
    private static final int METHOD = 60;
    private static final int PUBLIC = 49; // percent

    private static final Pattern HEAD =
            Pattern.compile("^ {4}( {4})?(?! |return|throw|new |if|for|while|switch|else|try|catch"
                    + "|case|var |record|class|enum|interface|private static final|@).*\\) (throws [\\w., ]+ )?\\{$");
    private static final Pattern TYPE = Pattern.compile("^public ", Pattern.MULTILINE);

    /** Nested packages, too: {@code ModularityTests} looks at rooms alone. */
    @Test
    void noPackageLeadsBackToItself() {
        slices().matching("io.wubu.(**)")
                .should()
                .beFreeOfCycles()
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.wubu"));
    }

    @Test
    void noPackageIsADrawer() {
        Map<Path, Long> types = sources().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        assertThat(types).hasSizeGreaterThan(40).allSatisfy((folder, count) -> assertThat(count)
                .as(folder.toString())
                .isLessThanOrEqualTo(TYPES));
    }

    @Test
    void everyPackageSaysWhatItIsFor() {
        sources()
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !folder.endsWith("wubu"))
                .forEach(folder -> assertThat(text(folder.resolve("package-info.java")))
                        .as(folder.toString())
                        .startsWith("/**")
                        .contains("@NullMarked"));
    }

    @Test
    void filesAndMethodsFitOnAScreen() {
        var tooLong = new ArrayList<String>();
        sources().forEach(file -> {
            var lines = text(file).lines().toList();
            if (lines.size() > LINES) {
                tooLong.add(file + ": " + lines.size());
            }
            methods(lines).forEach(method -> tooLong.add(file + ":" + method));
        });
        assertThat(tooLong).isEmpty();
    }

    @Test
    void halfOfAllTypesAreTheirRoomsOwn() {
        var files = sources().toList();
        var open =
                files.stream().filter(file -> TYPE.matcher(text(file)).find()).count();
        assertThat(open * 100 / files.size()).isLessThanOrEqualTo(PUBLIC);
    }

    private static List<String> methods(List<String> lines) {
        var found = new ArrayList<String>();
        for (var i = 0; i < lines.size(); i++) {
            if (HEAD.matcher(lines.get(i)).matches()) {
                var indent = lines.get(i).indexOf(lines.get(i).strip());
                var end = i + 1;
                while (end < lines.size() && !lines.get(end).startsWith(" ".repeat(indent) + "}")) {
                    end++;
                }
                if (end - i > METHOD) {
                    found.add((i + 1) + ": " + (end - i + 1));
                }
            }
        }
        return found;
    }

    private static Stream<Path> sources() {
        try (var files = Files.walk(MAIN)) {
            return files
                    .filter(file -> file.toString().endsWith(".java") && !file.endsWith("package-info.java"))
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

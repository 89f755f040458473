package io.wubu.flow.rules;

import io.wubu.lawclock.LawClock;
import io.wubu.rulings.Rulings;
import io.wubu.sources.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.mockito.Mockito;

/** The tables of the repository, asked without an engine. */
final class FileTables implements Tables {

    private static final Path FOLDER = Path.of("bpmn/rules");

    private final Map<String, Table> read = new ConcurrentHashMap<>();

    /** The door to these tables; nobody keeps its rulings. */
    static Rules rules() {
        var book = new RulingBook(Mockito.mock(Rulings.class), Mockito.mock(LawClock.class));
        return new Rules(new FileTables(), new Sources(), new RulingWords(step -> step), book);
    }

    static List<Path> files() {
        try (Stream<Path> all = Files.list(FOLDER)) {
            return all.filter(file -> file.toString().endsWith(".dmn")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Table latest(String key) {
        return read.computeIfAbsent(key, name -> {
            var file = name.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT) + ".dmn";
            try {
                return Table.read(name + ":1", 1, Files.readAllBytes(FOLDER.resolve(file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public Table lately(String key) {
        return latest(key);
    }

    @Override
    public Table of(String definitionId) {
        return latest(definitionId.substring(0, definitionId.indexOf(':')));
    }
}

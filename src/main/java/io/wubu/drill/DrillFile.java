package io.wubu.drill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The drill's mark in its data directory: when it began and what it has reached. */
class DrillFile {

    private final Path path;

    DrillFile(Path dataDir) {
        path = dataDir.resolve("drill-clock").toAbsolutePath();
    }

    /**
     * What is written down.
     *
     * @param reached no moment of the drill so far is later
     */
    record Marks(Instant started, Instant reached) {}

    Optional<Marks> read() {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            var lines = Files.readAllLines(path);
            return Optional.of(new Marks(Instant.parse(lines.get(0)), Instant.parse(lines.get(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Marks marks) {
        try {
            Files.createDirectories(path.getParent());
            var fresh = path.resolveSibling("drill-clock.new");
            Files.write(
                    fresh, List.of(marks.started().toString(), marks.reached().toString()));
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

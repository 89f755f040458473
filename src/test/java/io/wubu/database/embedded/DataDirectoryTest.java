package io.wubu.database.embedded;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.shared.CannotStart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old installation whose database isn't there is not taken for a new one. */
class DataDirectoryTest {

    @TempDir
    private Path directory;

    @BeforeEach
    void keysOnly() throws IOException {
        Files.writeString(directory.resolve("audit.key"), "key");
        Files.createDirectories(directory.resolve("postgres"));
    }

    @Test
    void keysWithoutPhotosMayBeAFirstStartThatWasBrokenOff() {
        assertThatCode(() -> DataDirectory.mustHoldItsDatabase(directory)).doesNotThrowAnyException();
    }

    @Test
    void photosWithoutADatabaseStopTheStart() throws IOException {
        photos();
        assertThatThrownBy(() -> DataDirectory.mustHoldItsDatabase(directory))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("有照片，却没有数据库");
    }

    @Test
    void photosWithTheirDatabaseStart() throws IOException {
        photos();
        Files.writeString(directory.resolve("postgres/PG_VERSION"), "17\n");
        assertThatCode(() -> DataDirectory.mustHoldItsDatabase(directory)).doesNotThrowAnyException();
    }

    private void photos() throws IOException {
        Files.createDirectories(directory.resolve("evidence"));
        Files.writeString(directory.resolve("evidence/home"), "mark\n");
    }
}

package io.wubu.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.shared.NoRoom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Photo files: whole or not there, and no parts are left lying about. */
class PhotoFilesTest {

    private static final String NAME = "ab".repeat(32);
    private static final byte[] CONTENT = new byte[100_000];

    @TempDir
    private Path folder;

    @Test
    void aPhotoIsWholeAndAlone() throws IOException {
        var files = new PhotoFiles(folder);
        files.keep(NAME, CONTENT);
        assertThat(files.of(NAME)).hasBinaryContent(CONTENT);
        assertThat(all()).hasSize(1);
    }

    @Test
    void aTruncatedFileIsWrittenAgain() throws IOException {
        var files = new PhotoFiles(folder);
        Files.createDirectories(files.of(NAME).getParent());
        Files.write(files.of(NAME), new byte[10]);
        files.keep(NAME, CONTENT);
        assertThat(files.of(NAME)).hasBinaryContent(CONTENT);
    }

    @Test
    void theSamePhotoManyTimesAtOnceIsOneFile() throws Exception {
        var files = new PhotoFiles(folder);
        var threads = Executors.newFixedThreadPool(8);
        try {
            Callable<Boolean> once = () -> {
                files.keep(NAME, CONTENT);
                return Files.size(files.of(NAME)) == CONTENT.length;
            };
            for (var done :
                    threads.invokeAll(IntStream.range(0, 40).mapToObj(i -> once).toList())) {
                assertThat(done.get()).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(all()).hasSize(1);
    }

    @Test
    void aFailedUploadLeavesNoPart() throws IOException {
        var files = new PhotoFiles(folder);
        Files.createDirectories(files.of(NAME).resolve("in the way"));
        assertThatThrownBy(() -> files.keep(NAME, CONTENT))
                .isInstanceOf(NoRoom.class)
                .hasMessage("照片目录不能写入：照片没有保存，请联系系统管理员");
        assertThat(all()).isEmpty();
    }

    @Test
    void onlyPartsOfUploadsThatAreLongOverAreRemoved() throws IOException {
        var files = new PhotoFiles(folder);
        files.keep(NAME, CONTENT);
        var old = Files.createFile(files.of(NAME).resolveSibling("upload1.part"));
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        var running = Files.createFile(files.of(NAME).resolveSibling("upload2.part"));
        files.removeLeftParts();
        assertThat(all()).containsExactlyInAnyOrder(files.of(NAME), running);
    }

    private List<Path> all() throws IOException {
        try (var found = Files.walk(folder)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }
}

package io.wubu.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is made once; what happens to its file later is told in words that name it, and nothing is made instead. */
class KeyFileTest {

    @TempDir
    private Path folder;

    @Test
    void aLostKeyIsNotMadeAgain() {
        var file = folder.resolve("secrets.key");
        assertThatThrownBy(() -> KeyFile.of(file, () -> true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("没有新建密钥");
        assertThat(file).doesNotExist();
    }

    @Test
    void aFirstKeyIsMadeAndFoundAgain() throws IOException {
        var file = folder.resolve("new/secrets.key");
        assertThat(KeyFile.of(file, () -> false)).hasSize(32).isEqualTo(KeyFile.of(file, () -> true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "abcdef", "zz", "00112233445566778899aabbccddeeff"})
    void aDamagedKeyIsNamedAndLeftAsItIs(String text) throws IOException {
        var file = Files.writeString(folder.resolve("audit.key"), text);
        assertThatThrownBy(() -> KeyFile.of(file, () -> false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString());
        assertThat(file).hasContent(text);
    }

    @Test
    void aFolderInItsPlaceIsNamed() throws IOException {
        var file = Files.createDirectory(folder.resolve("audit.key"));
        assertThatThrownBy(() -> KeyFile.of(file, () -> false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("不是文件");
    }
}

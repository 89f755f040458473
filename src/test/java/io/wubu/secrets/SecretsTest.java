package io.wubu.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is sealed opens in its own place with its own key, and nowhere else. */
class SecretsTest {

    @TempDir
    private Path folder;

    @Test
    void aSealedTextOpensOnlyInItsPlaceAndWithItsKey() throws IOException {
        var secrets = new Secrets(new InstallationKey("", folder.resolve("one"), () -> false));
        var sealed = secrets.seal("线索正文", "clue.text:7");
        assertThat(sealed.text()).doesNotContain("线索");
        assertThat(secrets.open(sealed, "clue.text:7")).isEqualTo("线索正文");
        assertThatThrownBy(() -> secrets.open(sealed, "clue.text:8")).isInstanceOf(IllegalStateException.class);
        var other = new Secrets(new InstallationKey("", folder.resolve("other"), () -> false));
        assertThatThrownBy(() -> other.open(sealed, "clue.text:7")).isInstanceOf(IllegalStateException.class);
        var again = new Secrets(new InstallationKey("", folder.resolve("one"), () -> false));
        assertThat(again.open(sealed, "clue.text:7")).isEqualTo("线索正文");
    }

    @Test
    void oneChangedByteIsNoticed() throws IOException {
        var secrets = new Secrets(new InstallationKey("", folder, () -> false));
        var text = secrets.seal("abc", "x").text();
        var changed = text.substring(0, 10) + (text.charAt(10) == 'A' ? 'B' : 'A') + text.substring(11);
        assertThatThrownBy(() -> secrets.open(new Sealed(changed), "x")).isInstanceOf(IllegalStateException.class);
        assertThat(secrets.seal("abc", "x")).isNotEqualTo(secrets.seal("abc", "x"));
    }

    @Test
    void theKeyFileIsItsOwnersOnly() throws IOException {
        new InstallationKey("", folder, () -> false);
        assertThat(Files.getPosixFilePermissions(folder.resolve("secrets.key")))
                .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> new InstallationKey("5e0f", folder, () -> false))
                .isInstanceOf(IllegalStateException.class);
    }
}

package io.wubu.secrets;

import io.wubu.shared.KeyFile;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one key of an installation: {@code wubu.secrets.key} (nodes that share a database need the same one), or else a file
 * in the data directory.
 */
@Component
class InstallationKey {

    private final byte[] bytes;

    InstallationKey(@Value("${wubu.secrets.key:}") String given, @Value("${wubu.data-dir}") Path dataDir)
            throws IOException {
        bytes = given.isBlank() ? KeyFile.of(dataDir.resolve("secrets.key")) : KeyFile.parse(given, "wubu.secrets.key");
    }

    byte[] bytes() {
        return bytes.clone();
    }
}

package io.wubu.secrets;

import io.wubu.shared.KeyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one key of an installation: {@code wubu.secrets.key} (nodes that share a database need the same one), or else a file
 * in the data directory.
 */
@Component
class InstallationKey {

    private final byte[] bytes;

    @Autowired
    InstallationKey(
            @Value("${wubu.secrets.key:}") String given,
            @Value("${wubu.data-dir}") Path dataDir,
            ObjectProvider<JdbcClient> jdbc)
            throws IOException {
        this(given, dataDir, () -> isInUse(jdbc.getObject()));
    }

    InstallationKey(String given, Path dataDir, BooleanSupplier inUse) throws IOException {
        bytes = given.isBlank()
                ? KeyFile.of(dataDir.resolve("secrets.key"), inUse)
                : KeyFile.parse(given, "wubu.secrets.key");
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static boolean isInUse(JdbcClient jdbc) {
        return jdbc.sql("select exists (select from wubu.secret_check)")
                .query(Boolean.class)
                .single();
    }
}

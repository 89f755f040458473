package io.wubu.secrets;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The one key of an installation: {@code wubu.secrets.key} (32 bytes, Base64; nodes that share a database need the same one),
 * or else a file in the data directory, made at the first start and readable by its owner only.
 */
@Component
class InstallationKey {

    private static final int LENGTH = 32;
    private static final String OWNER_ONLY = "rw-------";

    private final byte[] bytes;

    InstallationKey(@Value("${wubu.secrets.key:}") String given, @Value("${wubu.data-dir}") Path dataDir)
            throws IOException {
        bytes = Base64.getDecoder().decode((given.isBlank() ? ofFile(dataDir.resolve("secrets.key")) : given).strip());
        if (bytes.length != LENGTH) {
            throw new IllegalStateException("wubu.secrets.key 应为 32 字节的 Base64（openssl rand -base64 32）");
        }
    }

    byte[] bytes() {
        return bytes.clone();
    }

    private static String ofFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            var fresh = new byte[LENGTH];
            new SecureRandom().nextBytes(fresh);
            create(file);
            Files.writeString(file, Base64.getEncoder().encodeToString(fresh), StandardOpenOption.WRITE);
        }
        return Files.readString(file);
    }

    /** With its rights from the first moment on. */
    private static void create(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            var rights = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY));
            Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), rights)
                    .close();
        } else {
            Files.createFile(file);
        }
    }
}

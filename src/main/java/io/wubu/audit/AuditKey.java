package io.wubu.audit;

import io.wubu.shared.KeyFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HexFormat;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The chain's key, kept outside the database: {@code wubu.audit.key} (hexadecimal, 32 bytes or more), or else a file only its
 * owner may read, made at the first start.
 */
@Component
class AuditKey {

    private static final int LEAST = 32;

    private final byte[] key;
    private final String algorithm;
    private final String provider;

    AuditKey(
            @Value("${wubu.audit.key}") String given,
            @Value("${wubu.audit.key-file}") Path file,
            @Value("${wubu.audit.mac}") String algorithm,
            @Value("${wubu.audit.provider}") String provider)
            throws IOException {
        this.key = given.isBlank() ? KeyFile.of(file) : HexFormat.of().parseHex(given.strip());
        if (key.length < LEAST) {
            throw new IllegalStateException("wubu.audit.key 至少 32 字节（64 位十六进制）");
        }
        this.algorithm = algorithm;
        this.provider = provider;
    }

    /** The hash with this key, for one thread. */
    ChainHash hash() {
        return new ChainHash(key, algorithm, provider);
    }
}

package io.wubu.audit.chain;

import io.wubu.audit.ChainHash;
import io.wubu.shared.KeyFile;
import java.io.IOException;
import java.nio.file.Path;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The chain's key, kept outside the database: {@code wubu.audit.key} (32 bytes, hexadecimal), or else a file only its
 * owner may read, made at the first start.
 */
@Component
class AuditKey {

    private final byte[] key;
    private final String algorithm;
    private final String provider;

    AuditKey(
            @Value("${wubu.audit.key}") String given,
            @Value("${wubu.audit.key-file}") Path file,
            @Value("${wubu.audit.mac}") String algorithm,
            @Value("${wubu.audit.provider}") String provider,
            ObjectProvider<JdbcClient> jdbc)
            throws IOException {
        this.key = given.isBlank()
                ? KeyFile.of(file, () -> AuditKeyCheck.last(jdbc.getObject()) != null)
                : KeyFile.parse(given, "wubu.audit.key");
        this.algorithm = algorithm;
        this.provider = provider;
    }

    /** The hash with this key, for one thread. */
    ChainHash hash() {
        return new ChainHash(key, algorithm, provider);
    }
}

package io.wubu.audit.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.audit.AuditKind;
import io.wubu.audit.AuditLog;
import io.wubu.shared.CannotStart;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** f15: a chain is not gone on with under another key, and a lost key is not replaced in silence. */
class LostAuditKeyIT extends AuditTest {

    @Autowired
    private ObjectProvider<JdbcClient> database;

    @Autowired
    private AuditLog log;

    @BeforeEach
    void haveAChain() {
        log.after("nobody", null, AuditKind.SIGN_OUT, null, "test");
        chainAll();
    }

    @Test
    void aLostKeyIsNamedAndNoneIsMade(@TempDir Path folder) {
        var file = folder.resolve("audit.key");
        assertThatThrownBy(() -> new AuditKey("", file, "HmacSHA256", "", database))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(file.toString());
        assertThat(file).doesNotExist();
    }

    @Test
    void anotherKeyIsRefusedBeforeARowIsChained(@TempDir Path folder) throws IOException {
        var other = new AuditKey("0f".repeat(32), folder.resolve("audit.key"), "HmacSHA256", "", database);
        assertThatThrownBy(() -> new AuditKeyCheck(jdbc, other).afterPropertiesSet())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("审计密钥或算法与数据库不符")
                .hasMessageContaining(other.hash().name());
    }

    @Test
    void theChainsOwnKeyPasses() {
        assertThat(AuditKeyCheck.last(jdbc)).isEqualTo(key.hash().name());
        new AuditKeyCheck(jdbc, key).afterPropertiesSet();
    }
}

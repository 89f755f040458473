package io.wubu.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.wubu.WubuTest;
import io.wubu.shared.CannotStart;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** f15: over a database that was sealed with a key, a node without it does not come up and makes none. */
class LostSecretsKeyIT extends WubuTest {

    @Autowired
    private ObjectProvider<JdbcClient> database;

    @Test
    void aLostKeyIsNamedAndNoneIsMade(@TempDir Path dataDir) {
        assertThatThrownBy(() -> new InstallationKey("", dataDir, database))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("secrets.key")
                .hasMessageContaining("没有新建密钥");
        assertThat(dataDir.resolve("secrets.key")).doesNotExist();
    }

    @Test
    void anotherKeyIsRefusedBeforeAnythingIsSealed(@TempDir Path dataDir) throws Exception {
        var other = new Secrets(new InstallationKey("0f".repeat(32), dataDir, database));
        assertThatThrownBy(() -> new KeyCheck(jdbc, other).afterPropertiesSet())
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("密钥与数据库不符");
    }
}

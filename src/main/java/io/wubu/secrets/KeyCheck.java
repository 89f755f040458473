package io.wubu.secrets;

import io.wubu.shared.CannotStart;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A node whose key is not the one the database was sealed with would write what no other can read: it does not come up, and
 * that is found before anything of it runs.
 */
@Component
class KeyCheck implements InitializingBean {

    private static final String PLACE = "secret_check.sealed";
    private static final String TEXT = "wubu";

    private final JdbcClient jdbc;
    private final Secrets secrets;

    KeyCheck(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    @Override
    public void afterPropertiesSet() {
        jdbc.sql("insert into wubu.secret_check (sealed) values (:sealed) on conflict do nothing")
                .param("sealed", secrets.seal(TEXT, PLACE).text())
                .update();
        var stored = jdbc.sql("select sealed from wubu.secret_check")
                .query(String.class)
                .single();
        try {
            secrets.open(new Sealed(stored), PLACE);
        } catch (IllegalStateException e) {
            throw new CannotStart("密钥与数据库不符：各节点须使用同一个 wubu.secrets.key，或恢复数据目录中的 secrets.key；数据没有改动", e);
        }
    }
}

package io.wubu.audit.chain;

import io.wubu.shared.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A chain is not gone on with under another key: nobody could verify it any more. Found before the first row is chained. */
@Component
class AuditKeyCheck implements InitializingBean {

    private final JdbcClient jdbc;
    private final AuditKey key;

    AuditKeyCheck(JdbcClient jdbc, AuditKey key) {
        this.jdbc = jdbc;
        this.key = key;
    }

    @Override
    public void afterPropertiesSet() {
        var last = last(jdbc);
        var own = key.hash().name();
        if (last != null && !last.equals(own)) {
            throw new CannotStart(
                    "审计密钥或算法与数据库不符：库中末条审计记录用的是 %s，现为 %s；各节点须使用同一个 wubu.audit.key 和 wubu.audit.mac，或恢复数据目录中的 audit.key；数据没有改动"
                            .formatted(last, own));
        }
    }

    /** Algorithm and key of the last chained row; null before there is one. */
    static @Nullable String last(JdbcClient jdbc) {
        return jdbc.sql(
                        """
                        select hash_key from wubu.audit_event where sequence is not null order by sequence desc limit 1
                        """)
                .query(String.class)
                .optional()
                .orElse(null);
    }
}

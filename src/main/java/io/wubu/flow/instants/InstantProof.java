package io.wubu.flow.instants;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Proves at every start that a date comes back from the database as the instant it was, whatever zone this JVM, its session
 * and the server have: no engine column is without a zone, and one sent there and back is the same. If not, the application
 * does not come up.
 */
@Component
class InstantProof {

    private static final String WITHOUT_ZONE =
            """
            select table_name || '.' || column_name from information_schema.columns
            where data_type = 'timestamp without time zone'
              and (table_schema = 'public' and table_name like 'act\\_%'
                   or table_schema = 'wubu' and table_name like 'worklist%')
            order by 1
            """;

    /** Summer and winter, an hour that New York has twice, the end of a far year. */
    private static final List<Instant> SAMPLES = List.of(
            Instant.parse("2026-01-15T10:00:00.123Z"),
            Instant.parse("2026-07-15T10:00:00Z"),
            Instant.parse("2026-11-01T05:30:00Z"),
            Instant.parse("2026-11-01T06:30:00Z"),
            Instant.parse("2117-12-31T15:59:59.999Z"));

    private final DataSource database;

    InstantProof(DataSource database) {
        this.database = database;
    }

    @EventListener(ApplicationStartedEvent.class)
    @Order(-3)
    void prove() throws SQLException {
        try (var connection = database.getConnection()) {
            var without = withoutZone(connection);
            if (!without.isEmpty()) {
                throw new IllegalStateException("引擎的日期列不带时区：" + String.join("、", without)
                        + "；换一个时区的节点会读错，请从备份恢复或请开发者处理 (engine dates without a time zone)");
            }
            for (var sample : SAMPLES) {
                thereAndBack(connection, sample);
            }
        }
    }

    private static List<String> withoutZone(Connection connection) throws SQLException {
        var columns = new ArrayList<String>();
        try (var ask = connection.prepareStatement(WITHOUT_ZONE);
                var rows = ask.executeQuery()) {
            while (rows.next()) {
                columns.add(rows.getString(1));
            }
        }
        return columns;
    }

    /** Sent as the engine sends it. */
    private static void thereAndBack(Connection connection, Instant sample) throws SQLException {
        try (var ask = connection.prepareStatement(
                "select (extract(epoch from sent) * 1000)::bigint, sent from (select cast(? as timestamptz) sent) x")) {
            ask.setTimestamp(1, Timestamp.from(sample));
            try (var row = ask.executeQuery()) {
                row.next();
                var there = Instant.ofEpochMilli(row.getLong(1));
                var back = row.getTimestamp(2).toInstant();
                if (!there.equals(sample) || !back.equals(sample)) {
                    throw new IllegalStateException("时刻 " + sample + " 写入数据库成了 " + there + "，读回成了 " + back
                            + "：连接的时区设置有误 (instants do not survive this connection)");
                }
            }
        }
    }
}

package io.wubu.audit;

import io.wubu.database.Pools;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A few connections for rows that are written outside the caller's transaction: with those of the application, threads that
 * each hold one and wait for a second would wait for each other.
 */
@Component
public class OwnConnections {

    private final DataSource pool;
    private final JdbcClient jdbc;

    OwnConnections(Pools pools) {
        pool = pools.forAudit();
        jdbc = JdbcClient.create(pool);
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public Connection connection() throws SQLException {
        return pool.getConnection();
    }
}

package io.wubu.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** One pool: a request gets nothing from it while the database is silent; jobs wait. */
final class Lane extends AbstractDataSource implements AutoCloseable {

    private final HikariDataSource pool;
    private final Pulse pulse;

    Lane(HikariDataSource pool, Pulse pulse) {
        this.pool = pool;
        this.pulse = pulse;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var stay = Stay.current();
        if (stay == null) {
            return pool.getConnection();
        }
        pulse.require();
        stay.admit();
        try {
            return stay.held(pool.getConnection());
        } catch (SQLException e) {
            stay.sentAway();
            throw e;
        }
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("one role only");
    }

    HikariDataSource pool() {
        return pool;
    }

    /** Connections that are free now are opened anew. */
    void renew() {
        pool.getHikariPoolMXBean().softEvictConnections();
    }

    @Override
    public void close() {
        pool.close();
    }
}

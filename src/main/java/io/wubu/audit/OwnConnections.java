package io.wubu.audit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A few connections for rows that are written outside the caller's transaction: with those of the application, threads that
 * each hold one and wait for a second would wait for each other.
 */
@Component
class OwnConnections implements DisposableBean {

    private final HikariDataSource pool;
    private final JdbcClient jdbc;

    OwnConnections(DataSource application, @Value("${wubu.audit.connections}") int most) throws SQLException {
        var config = new HikariConfig();
        application.unwrap(HikariDataSource.class).copyStateTo(config);
        config.setPoolName("wubu-audit");
        config.setMaximumPoolSize(most);
        config.setMinimumIdle(1);
        pool = new HikariDataSource(config);
        jdbc = JdbcClient.create(pool);
    }

    JdbcClient jdbc() {
        return jdbc;
    }

    Connection connection() throws SQLException {
        return pool.getConnection();
    }

    @Override
    public void destroy() {
        pool.close();
    }
}

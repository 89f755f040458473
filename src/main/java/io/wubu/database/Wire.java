package io.wubu.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** Opens connections to the server, with properties of a pool's own. */
final class Wire extends AbstractDataSource {

    private final String address;
    private final Properties properties;

    Wire(String address, Properties properties) {
        this.address = address;
        this.properties = properties;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return DriverManager.getConnection(address, properties);
    }

    @Override
    public Connection getConnection(@Nullable String user, @Nullable String password) throws SQLException {
        var all = new Properties();
        all.putAll(properties);
        if (user != null) {
            all.setProperty("user", user);
        }
        if (password != null) {
            all.setProperty("password", password);
        }
        return DriverManager.getConnection(address, all);
    }

    /** Stands among the properties. */
    @Override
    public void setLoginTimeout(int seconds) {}
}

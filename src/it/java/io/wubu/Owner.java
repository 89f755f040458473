package io.wubu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The embedded database's administrator, who may do what the application may not. */
public final class Owner {

    public static final String NAME = "postgres";

    private Owner() {}

    /** His password, from the data directory. */
    public static String password(Path dataDir) {
        try {
            return Files.readString(dataDir.resolve("database-owner.key")).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** His connection to the server an application works on. */
    public static JdbcClient of(DataSource application, Path dataDir) {
        return JdbcClient.create(new DriverManagerDataSource(address(application), NAME, password(dataDir)));
    }

    /** The server's address without a user. */
    public static String address(DataSource application) {
        try (var connection = application.getConnection()) {
            return connection.getMetaData().getURL().replaceFirst("\\?.*", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

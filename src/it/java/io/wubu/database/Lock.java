package io.wubu.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Holds a table so that nobody else reads or writes it, until it is closed. */
final class Lock implements AutoCloseable {

    private final Connection connection;

    Lock(DataSource owner, String table) throws SQLException {
        connection = owner.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("lock table " + table + " in access exclusive mode");
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}

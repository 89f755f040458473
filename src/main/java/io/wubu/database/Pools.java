package io.wubu.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The application's data source: connections come from the pool of whatever kind of work the thread does. */
public final class Pools extends AbstractDataSource implements AutoCloseable {

    private final Server server;
    private final Pulse pulse;
    private final PoolSettings settings;
    private final Map<Work, Lane> lanes = new EnumMap<>(Work.class);
    private final List<Lane> apart = new ArrayList<>();

    Pools(Server server, Pulse pulse, PoolSettings settings) {
        this.server = server;
        this.pulse = pulse;
        this.settings = settings;
        for (var work : Work.values()) {
            lanes.put(work, new Lane(server.pool(work), pulse));
        }
        pulse.whenBack(this::renew);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return lane(Work.current()).getConnection();
    }

    @Override
    public Connection getConnection(String username, String password) throws SQLException {
        throw new SQLException("one role only");
    }

    /** Connections for rows that are written outside the caller's transaction; not taken from any kind of work. */
    public DataSource forAudit() {
        var lane = new Lane(server.pool("audit", settings.audit(), false), pulse);
        apart.add(lane);
        return lane;
    }

    /** Who looks for a pool behind it finds that of the jobs. */
    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return type.isInstance(this) ? type.cast(this) : pool(Work.JOBS).unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return type.isInstance(this) || pool(Work.JOBS).isWrapperFor(type);
    }

    HikariDataSource pool(Work work) {
        return lane(work).pool();
    }

    private Lane lane(Work work) {
        return Objects.requireNonNull(lanes.get(work));
    }

    private void renew() {
        lanes.values().forEach(Lane::renew);
        apart.forEach(Lane::renew);
    }

    @Override
    public void close() {
        apart.forEach(Lane::close);
        lanes.values().forEach(Lane::close);
    }
}

package io.wubu.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The PostgreSQL all pools lead to, and how the application signs in there. */
public final class Server {

    private static final Duration IDLE = Duration.ofMinutes(1);

    private final HikariConfig template;
    private final PoolSettings settings;

    /** @param template address, role, password and whatever else the operator wants of every pool */
    public Server(HikariConfig template, PoolSettings settings) {
        this.template = template;
        this.settings = settings;
    }

    /** A pool for a kind of work. */
    HikariDataSource pool(Work work) {
        return pool(work.name().toLowerCase(Locale.ROOT), settings.of(work), work == Work.JOBS);
    }

    /** A pool with limits of its own; whether the database is there, is looked at now or when it is needed. */
    HikariDataSource pool(String name, PoolLimits limits, boolean now) {
        var config = new HikariConfig();
        template.copyStateTo(config);
        config.setPoolName("wubu-" + name);
        config.setMaximumPoolSize(limits.size());
        config.setMinimumIdle(limits.idle());
        config.setIdleTimeout(IDLE.toMillis());
        config.setConnectionTimeout(limits.patience().toMillis());
        config.setValidationTimeout(settings.connect().dividedBy(2).toMillis());
        config.setInitializationFailTimeout(now ? 1 : -1);
        config.setConnectionInitSql(Stream.of(template.getConnectionInitSql(), limits.asSql(settings.zone()))
                .filter(sql -> sql != null && !sql.isBlank())
                .collect(Collectors.joining("; ")));
        var answer = limits.statement().plus(settings.slack());
        config.setDataSource(wire("wubu " + name, answer, seconds(settings.connect())));
        return new HikariDataSource(config);
    }

    /** A connection apart from all pools that never waits longer for anything than it takes to connect. */
    Connection standing() throws SQLException {
        return wire("wubu pulse", settings.connect(), "0")
                .getConnection(template.getUsername(), template.getPassword());
    }

    /** What the operator has set stands: a property of his wins, and one in his address as well. */
    private Wire wire(String name, Duration answer, String signIn) {
        var properties = new Properties();
        properties.setProperty("ApplicationName", name);
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", seconds(settings.connect()));
        properties.setProperty(
                "loginTimeout", signIn); // or a silent server would be waited for as long as for an answer
        properties.setProperty("cancelSignalTimeout", seconds(settings.connect()));
        properties.setProperty("socketTimeout", seconds(answer));
        properties.putAll(template.getDataSourceProperties());
        return new Wire(template.getJdbcUrl(), properties);
    }

    private static String seconds(Duration span) {
        return String.valueOf(Math.max(1, span.toSeconds()));
    }
}

package io.wubu.database.embedded;

import com.zaxxer.hikari.HikariConfig;
import io.wubu.database.PoolSettings;
import io.wubu.database.Server;
import io.wubu.shared.CannotStart;
import io.wubu.shared.NoRoom;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Without {@code spring.datasource.url}: a PostgreSQL of our own in {@code wubu.data-dir}, durable, reachable from this
 * machine only and by password. It survives {@code kill -9} of the JVM; the server left behind is stopped at the next start, and
 * one that dies is started again ({@link Keeper}).
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
class EmbeddedDatabase {

    @Bean
    EmbeddedRoles embeddedRoles(@Value("${wubu.data-dir}") Path dataDir, @Value("${wubu.audit.seal-dir}") Path sealDir)
            throws IOException {
        DataDirectory.claim(dataDir, sealDir);
        DataDirectory.mustHoldItsDatabase(dataDir);
        return new EmbeddedRoles(dataDir);
    }

    @Bean
    EmbeddedServer embeddedServer(@Value("${wubu.data-dir}") Path dataDir, EmbeddedRoles roles) throws IOException {
        return new EmbeddedServer(dataDir, roles);
    }

    /** Whoever needs the server running asks for its keeper. */
    @Bean(destroyMethod = "close")
    Keeper embeddedKeeper(
            EmbeddedServer server,
            EmbeddedRoles roles,
            @Value("${wubu.database.restarts}") int restarts,
            @Value("${wubu.database.restarts-within}") Duration within)
            throws SQLException {
        var keeper = new Keeper(server, restarts, within);
        try {
            keeper.start();
            roles.establish(server.ownersConnections(), server.data());
            return keeper;
        } catch (IOException e) {
            keeper.close();
            var reason = NoRoom.isCauseOf(e) ? "磁盘空间不足，请腾出空间后再启动 (no space left on device)" : e.getMessage();
            throw new CannotStart("内置数据库（" + server.data() + "）无法启动：" + reason, e);
        } catch (SQLException | RuntimeException e) {
            keeper.close();
            throw e;
        }
    }

    /** The owner migrates, and nobody else is the owner. */
    @Bean
    FlywayConnectionDetails owner(EmbeddedServer server, Keeper running, EmbeddedRoles roles) {
        return new Owner(server.jdbcUrl(EmbeddedRoles.OWNER), roles.ownerPassword());
    }

    @Bean
    Server server(EmbeddedServer embedded, Keeper running, EmbeddedRoles roles, PoolSettings settings) {
        var access = new HikariConfig();
        access.setJdbcUrl(embedded.jdbcUrl(EmbeddedRoles.APPLICATION) + "&reWriteBatchedInserts=true");
        access.setUsername(EmbeddedRoles.APPLICATION);
        access.setPassword(roles.applicationPassword());
        return new Server(access, settings);
    }

    /** How the owner signs in. */
    private record Owner(String url, String password) implements FlywayConnectionDetails {

        @Override
        public String getUsername() {
            return EmbeddedRoles.OWNER;
        }

        @Override
        public String getPassword() {
            return password;
        }

        @Override
        public String getJdbcUrl() {
            return url;
        }

        /** For the log. */
        @Override
        public String toString() {
            return "Owner[" + url + "]";
        }
    }
}

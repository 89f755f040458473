package io.wubu.database;

import com.zaxxer.hikari.HikariConfig;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
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
 * machine only and by password. It survives {@code kill -9} of the JVM; the server left behind is stopped at the next start.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "spring.datasource.url", matchIfMissing = true, havingValue = "none")
class EmbeddedDatabase {

    @Bean
    EmbeddedRoles embeddedRoles(@Value("${wubu.data-dir}") Path dataDir) throws IOException {
        Files.createDirectories(dataDir);
        DataDirectory.claim(dataDir);
        return new EmbeddedRoles(dataDir);
    }

    @Bean(destroyMethod = "close")
    EmbeddedPostgres postgres(@Value("${wubu.data-dir}") Path dataDir, EmbeddedRoles roles)
            throws IOException, SQLException {
        var data = dataDir.resolve("postgres").toAbsolutePath();
        LeftBehind.stop(data);
        var postgres = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(
                        dataDir.resolve("postgres-binaries").toAbsolutePath().toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setConnectConfig("password", roles.ownerPassword())
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "120")
                .setServerConfig("timezone", "Asia/Shanghai")
                .setServerConfig("jit", "off") // compiling a list's plan takes longer than running it
                .start();
        roles.establish(postgres.getPostgresDatabase(), data);
        return postgres;
    }

    /** The owner migrates, and nobody else is the owner. */
    @Bean
    FlywayConnectionDetails owner(EmbeddedPostgres postgres, EmbeddedRoles roles) {
        return new Owner(postgres.getJdbcUrl(EmbeddedRoles.OWNER, "postgres"), roles.ownerPassword());
    }

    @Bean
    Server server(EmbeddedPostgres postgres, EmbeddedRoles roles, PoolSettings settings) {
        var access = new HikariConfig();
        access.setJdbcUrl(postgres.getJdbcUrl(EmbeddedRoles.APPLICATION, "postgres") + "&reWriteBatchedInserts=true");
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

package io.wubu.database;

import com.zaxxer.hikari.HikariConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.flyway.FlywayConnectionDetails;
import org.springframework.boot.autoconfigure.flyway.FlywayProperties;
import org.springframework.boot.autoconfigure.jdbc.DataSourceProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * With {@code spring.datasource.url}: a PostgreSQL somebody else runs. What is set under {@code spring.datasource} and
 * {@code spring.datasource.hikari} holds for every pool, but for sizes and limits, which are {@code wubu.pools}'.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(ForeignDatabase.Given.class)
class ForeignDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(ForeignDatabase.class);

    @Bean
    Server server(DataSourceProperties given, Environment environment, PoolSettings settings) {
        var access = new HikariConfig();
        access.setDriverClassName(given.determineDriverClassName());
        access.setJdbcUrl(given.determineUrl());
        access.setUsername(given.determineUsername());
        access.setPassword(given.determinePassword());
        Binder.get(environment).bind("spring.datasource.hikari", Bindable.ofInstance(access));
        if (given.getType() != null) {
            LOG.warn("spring.datasource.type 不起作用：连接池按工作种类分开，由 wubu.pools 设定 (the setting has no effect)");
        }
        return new Server(access, settings);
    }

    /** Migrations never go through a pool, whose limits are not for them. */
    @Bean
    FlywayConnectionDetails owner(DataSourceProperties given, FlywayProperties migrations) {
        return new Owner(
                first(migrations.getUrl(), given.determineUrl()),
                first(migrations.getUser(), given.determineUsername()),
                migrations.getUser() == null ? given.determinePassword() : migrations.getPassword());
    }

    private static @Nullable String first(@Nullable String wanted, @Nullable String other) {
        return wanted == null ? other : wanted;
    }

    /** Whether an address is set. */
    static final class Given implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !context.getEnvironment()
                    .getProperty("spring.datasource.url", "none")
                    .equals("none");
        }
    }

    /** How the owner signs in. */
    private record Owner(@Nullable String url, @Nullable String user, @Nullable String password)
            implements FlywayConnectionDetails {

        @Override
        public @Nullable String getUsername() {
            return user;
        }

        @Override
        public @Nullable String getPassword() {
            return password;
        }

        @Override
        public @Nullable String getJdbcUrl() {
            return url;
        }

        /** For the log. */
        @Override
        public String toString() {
            return "Owner[" + url + "]";
        }
    }
}

package io.wubu.database;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The pools, the pulse and the watch, the same for our own server and a foreign one. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(PoolSettings.class)
class PoolConfiguration {

    private static final String UNLIMITED =
            "set statement_timeout = 0; set lock_timeout = 0; set idle_in_transaction_session_timeout = 0";

    @Bean
    Pools dataSource(Server server, Pulse pulse, PoolSettings settings) {
        return new Pools(server, pulse, settings);
    }

    @Bean
    Pulse pulse(
            Server server,
            @Value("${wubu.pulse.every}") Duration every,
            @Value("${wubu.pulse.patience}") Duration patience) {
        return new Pulse(server, every, Math.max(1, patience.toMillis() / Watch.TICK.toMillis()));
    }

    @Bean
    Stays stays(PoolSettings settings) {
        return new Stays(settings.account());
    }

    @Bean
    Watch watch(Pulse pulse, Stays stays) {
        return new Watch(pulse, stays);
    }

    /** The owner's work takes as long as it takes. */
    @Bean
    FlywayConfigurationCustomizer unlimited() {
        return migrations -> {
            if (migrations.getInitSql() == null) {
                migrations.initSql(UNLIMITED);
            }
        };
    }
}

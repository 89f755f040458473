package io.wubu.sample;

import java.net.InetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sample accounts share one password, so a system that holds them, or is about to, answers this machine only. */
@Component
@OnEmbedded
class LoopbackOnly implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Ordered {

    private final boolean enabled;
    private final SampleSteps steps;
    private final JdbcClient jdbc;

    LoopbackOnly(@Value("${wubu.sample.enabled}") boolean enabled, SampleSteps steps, JdbcClient jdbc) {
        this.steps = steps;
        this.enabled = enabled;
        this.jdbc = jdbc;
    }

    @Override
    public void customize(ConfigurableWebServerFactory factory) {
        if (enabled && isEmpty() || steps.any()) {
            factory.setAddress(InetAddress.getLoopbackAddress());
        }
    }

    /** After the factory has been given {@code server.address}. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    private boolean isEmpty() {
        return jdbc.sql("select not exists (select from wubu.campaign)")
                .query(Boolean.class)
                .single();
    }
}

package io.wubu.sample;

import io.wubu.access.doors.Waiver;
import io.wubu.sample.ground.OnEmbedded;
import io.wubu.sample.ground.SampleSteps;
import java.net.InetAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.server.AbstractConfigurableWebServerFactory;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sample accounts share one password, so a system that holds them, or is about to, answers this machine only; and only one that
 * does may waive anything for them.
 */
@Component
@OnEmbedded
class LoopbackOnly implements WebServerFactoryCustomizer<ConfigurableWebServerFactory>, Waiver, Ordered {

    private final boolean enabled;
    private final SampleSteps steps;
    private final JdbcClient jdbc;
    private volatile boolean loopback;

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
        var address = factory instanceof AbstractConfigurableWebServerFactory known ? known.getAddress() : null;
        loopback = address != null && address.isLoopbackAddress();
    }

    @Override
    public boolean holds() {
        return loopback;
    }

    @Override
    public boolean isSample() {
        return loopback && steps.any();
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

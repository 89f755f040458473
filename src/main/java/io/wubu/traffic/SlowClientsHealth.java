package io.wubu.traffic;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code slowClients} on the health page: how many threads wait for their clients, and how many of these were let go. */
@Component("slowClientsHealthIndicator")
class SlowClientsHealth implements HealthIndicator {

    private final SlowClients watch;
    private final Floods floods;

    SlowClientsHealth(SlowClients watch, Floods floods) {
        this.watch = watch;
        this.floods = floods;
    }

    @Override
    public Health health() {
        return Health.up()
                .withDetail("waiting", watch.waiting())
                .withDetail("sendersLetGo", floods.sum(Floods.Kind.SENDER))
                .withDetail("readersLetGo", floods.sum(Floods.Kind.READER))
                .withDetail("headsLetGo", floods.sum(Floods.Kind.HEAD))
                .withDetail("connectionsRefused", floods.sum(Floods.Kind.CONNECTION))
                .build();
    }
}

package io.wubu.traffic;

import io.wubu.shared.Strain;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code slowClients} on the health page: how many threads wait for their clients, and how many of these were let go. */
@Component("slowClientsHealthIndicator")
class SlowClientsHealth implements HealthIndicator {

    /** Phones that lose their line in a minute, beyond which it is no bad line any more. */
    private static final int MANY = 20;

    private final SlowClients watch;
    private final Floods floods;

    SlowClientsHealth(SlowClients watch, Floods floods) {
        this.watch = watch;
        this.floods = floods;
    }

    @Override
    public Health health() {
        var lately = floods.lately();
        var waiting = watch.waiting();
        var strained = lately > MANY || watch.isCrowded();
        var words = "有人占住连接不发或不读：现有 %,d 个请求在等对方，过去一分钟断开 %,d 个连接".formatted(waiting, lately);
        return (strained ? Health.status(Strain.of(words)) : Health.up())
                .withDetail("note", strained ? words : "连接正常")
                .withDetail("waiting", waiting)
                .withDetail("sendersLetGo", floods.sum(Floods.Kind.SENDER))
                .withDetail("readersLetGo", floods.sum(Floods.Kind.READER))
                .withDetail("headsLetGo", floods.sum(Floods.Kind.HEAD))
                .withDetail("connectionsRefused", floods.sum(Floods.Kind.CONNECTION))
                .build();
    }
}

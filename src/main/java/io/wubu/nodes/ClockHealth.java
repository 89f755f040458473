package io.wubu.nodes;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code clock} on the health page: out of service while this node's clock and the database's disagree. */
@Component("clockHealthIndicator")
class ClockHealth implements HealthIndicator {

    private final ClockWatch watch;

    ClockHealth(ClockWatch watch) {
        this.watch = watch;
    }

    @Override
    public Health health() {
        var last = watch.last();
        var health = last.agrees() ? Health.up() : Health.outOfService();
        return health.withDetail("aheadOfDatabaseSeconds", ClockWatch.seconds(last.ahead()))
                .withDetail("allowedSeconds", ClockWatch.seconds(watch.most()))
                .withDetail("note", last.agrees() ? "时钟一致" : "本机时钟与数据库时钟相差过大，本节点不执行定时任务")
                .build();
    }
}

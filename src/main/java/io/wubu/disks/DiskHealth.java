package io.wubu.disks;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code disks} on the health page: out of service while a disk is too full to write on, with figures. */
@Component("disksHealthIndicator")
class DiskHealth implements HealthIndicator {

    private final Disks disks;

    DiskHealth(Disks disks) {
        this.disks = disks;
    }

    @Override
    public Health health() {
        var refusal = disks.refusesPhotos();
        var health = refusal == null ? Health.up() : Health.outOfService();
        for (var disk : disks.seen()) {
            health.withDetail(disk.name() + "剩余MB", disk.megabytes());
        }
        return health.withDetail("至少需要MB", disks.stopAt() >> 20)
                .withDetail("note", refusal == null ? note() : refusal)
                .build();
    }

    private String note() {
        return disks.seen().stream().anyMatch(disk -> disk.level() == Level.LOW) ? "磁盘空间偏少，请尽快腾出空间" : "磁盘空间充足";
    }
}

package io.wubu.database;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** {@code db} on the health page: the last judgement of the {@link Pulse}; asks nothing itself, so it never waits. */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private static final double LONG_WAIT = 3;

    private final Pulse pulse;

    DatabaseHealth(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public Health health() {
        var trouble = pulse.trouble();
        var wait = pulse.lockWait();
        var health = trouble == null
                ? Health.up()
                : Health.status(new Status(Status.DOWN.getCode(), trouble.words())); // the words for strangers, too
        return health.withDetail("since", pulse.since())
                .withDetail("lockWaitSeconds", Math.round(wait))
                .withDetail("note", trouble != null ? trouble.words() : wait < LONG_WAIT ? "数据库正常" : "有操作长时间等待锁")
                .build();
    }
}

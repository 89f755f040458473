package io.wubu.database;

import io.wubu.shared.Strain;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/** {@code db} on the health page: the last judgement of the {@link Pulse}; asks nothing itself, so it never waits. */
@Component("dbHealthIndicator")
class DatabaseHealth implements HealthIndicator {

    private static final double LONG_WAIT = 3;
    private static final String LOCKED = "有操作长时间等待锁";
    private static final String TAKEN = "数据库连接已被占满，新的请求得不到连接";

    private final Pulse pulse;

    DatabaseHealth(Pulse pulse) {
        this.pulse = pulse;
    }

    @Override
    public Health health() {
        var trouble = pulse.trouble();
        var wait = pulse.lockWait();
        return health(trouble)
                .withDetail("since", pulse.since())
                .withDetail("lockWaitSeconds", Math.round(wait))
                .withDetail("note", note(trouble, wait))
                .build();
    }

    /** With the words for strangers, too. */
    private Health.Builder health(@Nullable Trouble trouble) {
        if (trouble != null) {
            return Health.status(new Status(Status.DOWN.getCode(), trouble.words()));
        }
        if (pulse.isTaken()) {
            return Health.status(new Status(Status.OUT_OF_SERVICE.getCode(), TAKEN));
        }
        return pulse.lockWait() < LONG_WAIT ? Health.up() : Health.status(Strain.of(LOCKED));
    }

    private String note(@Nullable Trouble trouble, double wait) {
        if (trouble != null) {
            return trouble.words();
        }
        if (pulse.isTaken()) {
            return TAKEN;
        }
        return wait < LONG_WAIT ? "数据库正常" : LOCKED;
    }
}

package io.wubu.access.guessing;

import io.wubu.shared.Strain;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** {@code guessing} on the health page: strained while passwords are guessed at on this node. Who, and from where, is not told here. */
@Component("guessingHealthIndicator")
class GuessingHealth implements HealthIndicator {

    /** Mistyped passwords in a minute, beyond which it is no Monday morning any more. */
    private static final int MANY = 100;

    private final Guessing guessing;

    GuessingHealth(Guessing guessing) {
        this.guessing = guessing;
    }

    @Override
    public Health health() {
        var times = guessing.lately();
        var words = "有人在猜口令：过去一分钟 %,d 次，安全管理员可在“账号与岗位”查看".formatted(times);
        return (times >= MANY ? Health.status(Strain.of(words)) : Health.up())
                .withDetail("note", times >= MANY ? words : "登录正常")
                .build();
    }
}

package io.wubu.flow.questions;

import io.wubu.shared.Lately;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Strain;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** What users ask the engine, held to {@link QueryLimits}; {@code questions} on the health page tells when many ask for too much. */
@Component("questionsHealthIndicator")
public class Questions implements HealthIndicator {

    /** Slips of the pen in a minute, beyond which it is none any more. */
    private static final int MANY = 10;

    private final QueryLimits limits;
    private final Lately refused = new Lately();

    Questions(QueryLimits limits) {
        this.limits = limits;
    }

    /** {@link RuleBroken} if it asks for too much. */
    public void check(Command<?> question) {
        try {
            QueryCost.check(question, limits);
        } catch (RuleBroken tooMuch) {
            refused.happened();
            throw tooMuch;
        }
    }

    @Override
    public Health health() {
        var times = refused.times();
        var words = "过去一分钟有 %,d 次查询因条件过多被拒绝".formatted(times);
        return (times > MANY ? Health.status(Strain.of(words)) : Health.up())
                .withDetail("note", times > MANY ? words : "查询正常")
                .build();
    }
}

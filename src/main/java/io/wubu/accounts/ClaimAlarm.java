package io.wubu.accounts;

import io.wubu.nodes.MachineClock;
import io.wubu.shared.Strain;
import java.time.Duration;
import java.time.ZoneOffset;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** {@code claims} on the health page: strained while more claims come than people forget passwords; told once when that begins. */
@Component("claimsHealthIndicator")
public class ClaimAlarm implements HealthIndicator {

    private static final Logger LOG = LoggerFactory.getLogger(ClaimAlarm.class);
    private static final Duration LATELY = Duration.ofHours(1);

    private final JdbcClient jdbc;
    private final MachineClock machine;
    private final ApplicationEventPublisher events;
    private final int many;
    private volatile Crowd last = new Crowd(0, 0);

    ClaimAlarm(
            JdbcClient jdbc,
            MachineClock machine,
            ApplicationEventPublisher events,
            @Value("${wubu.claims.many-an-hour}") int many) {
        this.jdbc = jdbc;
        this.machine = machine;
        this.events = events;
        this.many = many;
    }

    /** What came within an hour, of all names, known or not. */
    record Crowd(int filed, int sources) {}

    @Scheduled(fixedDelayString = "${wubu.claims.looked-at}")
    void look() {
        try {
            var before = isCrowded();
            last = jdbc.sql("select count(*) as filed, count(distinct source) as sources from wubu.claim"
                            + " where kind = 'PASSWORD' and filed_at > :since")
                    .param("since", machine.now().minus(LATELY).atOffset(ZoneOffset.UTC))
                    .query(Crowd.class)
                    .single();
            if (isCrowded() && !before) {
                LOG.warn("大量口令申请：{} (many claims are filed)", last);
                events.publishEvent(new ClaimsCrowd(last.filed(), last.sources()));
            }
        } catch (RuntimeException failure) {
            LOG.warn("how many claims wait can't be told", failure);
        }
    }

    /** For the administrators' page; empty if nothing is amiss. */
    public String words() {
        var now = last;
        return isCrowded()
                ? "有人大量提出口令申请：过去一小时 %,d 件，来自 %,d 个地址，管理员可在“口令申请”查看、清理".formatted(now.filed(), now.sources())
                : "";
    }

    @Override
    public Health health() {
        var words = words();
        return (words.isEmpty() ? Health.up() : Health.status(Strain.of(words)))
                .withDetail("note", words.isEmpty() ? "口令申请正常" : words)
                .build();
    }

    private boolean isCrowded() {
        return last.filed() >= many;
    }
}

package io.wubu.nodes;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Compares this node's clock with the database's before anything runs and every half minute: a node that is too far off
 * would fire deadlines too early or too late, so its jobs rest until the clocks agree again.
 */
@Component
class ClockWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ClockWatch.class);

    private final ClockDifference difference;
    private final Duration most;
    private final ApplicationEventPublisher events;
    private volatile ClockJudged last = new ClockJudged(true, Duration.ZERO);

    ClockWatch(
            ClockDifference difference,
            @Value("${wubu.clock.max-skew}") Duration most,
            ApplicationEventPublisher events) {
        this.difference = difference;
        this.most = most;
        this.events = events;
    }

    /** Before models are deployed and long before the job executor starts. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    @Scheduled(initialDelayString = "${wubu.clock.interval}", fixedDelayString = "${wubu.clock.interval}")
    synchronized void look() {
        try {
            judge(difference.measure());
        } catch (DataAccessException e) {
            LOG.warn("the database's clock can't be read; the last judgement stands", e);
        }
    }

    /** The last comparison. */
    ClockJudged last() {
        return last;
    }

    /** How far apart the clocks may be. */
    Duration most() {
        return most;
    }

    private void judge(Duration ahead) {
        var agrees = ahead.abs().compareTo(most) <= 0;
        if (!agrees && last.agrees()) {
            LOG.error(
                    "本机时钟与数据库时钟相差 {} 秒（允许 {} 秒），本节点停止执行定时任务；请校准时钟"
                            + " (clock skew against the database: the job executor of this node stays off)",
                    seconds(ahead),
                    seconds(most));
        } else if (agrees && !last.agrees()) {
            LOG.info("本机时钟已与数据库一致（相差 {} 秒），本节点恢复执行定时任务", seconds(ahead));
        }
        last = new ClockJudged(agrees, ahead);
        events.publishEvent(last);
    }

    static String seconds(Duration span) {
        return "%.3f".formatted(span.toMillis() / 1000.0);
    }
}

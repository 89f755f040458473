package io.wubu.nodes;

import java.time.Duration;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;

/**
 * However the process stands when it is told to end, it has ended after {@code wubu.shutdown.most}: what is still open by then
 * is cut off. Registered before anything else, so that a start that hangs ends as well.
 */
public final class EndInTime implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(EndInTime.class);
    private static final Deque<Runnable> LAST = new ConcurrentLinkedDeque<>();

    /** What has to be done before the end in any case, in a few seconds. */
    public static void lastly(Runnable work) {
        LAST.push(work);
    }

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        var most = environment.getRequiredProperty("wubu.shutdown.most", Duration.class);
        var lastWork = environment.getRequiredProperty("wubu.shutdown.last-work", Duration.class);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> count(most, lastWork), "wubu-end"));
    }

    /** The hook itself is over at once; its two threads end with the process, or end it. */
    private static void count(Duration most, Duration lastWork) {
        daemon("wubu-last-work", () -> {
            sleep(most.minus(lastWork));
            LOG.error(
                    "停止已用去 {} 秒仍未完成，不再等待 (the end takes too long; what is open is cut off)",
                    most.minus(lastWork).toSeconds());
            LAST.forEach(Runnable::run);
            halt(most);
        });
        daemon("wubu-halt", () -> {
            sleep(most);
            halt(most);
        });
    }

    private static void halt(Duration most) {
        LOG.error("进程在收到停止信号 {} 秒内强制结束 (halted)", most.toSeconds());
        Runtime.getRuntime().halt(1);
    }

    private static void daemon(String name, Runnable work) {
        var thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }

    private static void sleep(Duration span) {
        var end = System.nanoTime() + span.toNanos();
        for (var left = span.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(Math.min(left, TimeUnit.SECONDS.toNanos(1)));
        }
    }
}

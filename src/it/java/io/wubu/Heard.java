package io.wubu;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.slf4j.LoggerFactory;

/** What the application logs until this is closed. */
public final class Heard implements AutoCloseable {

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> list = new ListAppender<>();

    private Heard() {
        list.start();
        root.addAppender(list);
    }

    /** Listens from now on. */
    public static Heard all() {
        return new Heard();
    }

    /** What was logged, oldest first. */
    public List<ILoggingEvent> events() {
        synchronized (list) {
            return List.copyOf(list.list);
        }
    }

    /** Message and throwable of an event. */
    public static String whole(ILoggingEvent event) {
        var failure = event.getThrowableProxy();
        return event.getFormattedMessage() + (failure == null ? "" : "\n" + ThrowableProxyUtil.asString(failure));
    }

    @Override
    public void close() {
        root.detachAppender(list);
    }
}

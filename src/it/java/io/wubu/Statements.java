package io.wubu;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.util.LinkedHashMap;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The statements this thread sends to the database, ours and the engine's. */
public final class Statements {

    private static final List<String> SENDERS = List.of(
            "org.springframework.jdbc.core.JdbcTemplate",
            "org.camunda.bpm.engine.impl.persistence",
            "io.wubu.flow.worklist");

    private Statements() {}

    /** What some work sends, in its order. */
    public static List<String> of(Runnable work) {
        var before = new LinkedHashMap<Logger, Level>();
        SENDERS.forEach(name -> {
            var logger = (Logger) LoggerFactory.getLogger(name);
            before.put(logger, logger.getLevel());
            logger.setLevel(Level.DEBUG);
        });
        try (var heard = Heard.all()) {
            work.run();
            var here = Thread.currentThread().getName();
            return heard.events().stream()
                    .filter(event -> event.getThreadName().equals(here))
                    .map(event -> event.getFormattedMessage())
                    .filter(text -> text.startsWith("Executing prepared SQL statement") || text.contains("Preparing:"))
                    .toList();
        } finally {
            before.forEach(Logger::setLevel);
        }
    }
}

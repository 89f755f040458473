package io.wubu.nodes;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How far the machine's clock is ahead of the database's: the median of a few probes, each read half a round trip late. */
@Component
class ClockDifference {

    private static final int PROBES = 5;

    private final JdbcTemplate jdbc;
    private final MachineClock machine;

    ClockDifference(JdbcTemplate jdbc, MachineClock machine) {
        this.jdbc = jdbc;
        this.machine = machine;
    }

    Duration measure() {
        ConnectionCallback<Duration> probes = this::median;
        var ahead = jdbc.execute(probes);
        return ahead == null ? Duration.ZERO : ahead;
    }

    private Duration median(Connection connection) throws SQLException {
        var found = new ArrayList<Duration>();
        try (var ask = connection.prepareStatement("select clock_timestamp()")) {
            for (var probe = 0; probe < PROBES; probe++) {
                found.add(probe(ask));
            }
        }
        Collections.sort(found);
        return found.get(PROBES / 2);
    }

    private Duration probe(PreparedStatement ask) throws SQLException {
        var asked = System.nanoTime();
        var before = machine.now();
        try (var answer = ask.executeQuery()) {
            var halfWay = before.plusNanos((System.nanoTime() - asked) / 2);
            answer.next();
            return Duration.between(answer.getObject(1, OffsetDateTime.class).toInstant(), halfWay);
        }
    }
}

package io.wubu.sample.ground;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which parts of the sample have been loaded; a system with any of them holds sample accounts. */
@Component
public class SampleSteps {

    private final JdbcClient jdbc;
    private final Clock clock;

    SampleSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public boolean any() {
        return jdbc.sql("select exists (select from wubu.sample_step)")
                .query(Boolean.class)
                .single();
    }

    public void begin(String name) {
        jdbc.sql("insert into wubu.sample_step (name, begun_at) values (:name, :now)")
                .param("name", name)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }
}

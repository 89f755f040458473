package io.wubu.drill;

import io.wubu.shared.ClockConfiguration;
import java.nio.file.Path;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The drill's clock, which goes on where this data directory's drill stopped. */
@OnDrill
@Configuration(proxyBeanMethods = false)
class DrillConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DrillConfiguration.class);

    @Bean
    DrillClock drillClock(@Value("${wubu.data-dir}") Path dataDir) {
        var file = new DrillFile(dataDir);
        var marks = file.read().orElseThrow();
        LOG.warn("演练：现在是 {}", marks.reached().atZone(ClockConfiguration.ZONE).toLocalDateTime());
        return new DrillClock(Clock.systemUTC(), file, marks);
    }
}

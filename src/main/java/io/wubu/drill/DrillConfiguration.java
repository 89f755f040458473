package io.wubu.drill;

import io.wubu.shared.ClockConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Starts the drill's clock: where this data directory's drill stopped, or at {@code wubu.drill.start}. */
@OnDrill
@Configuration(proxyBeanMethods = false)
class DrillConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(DrillConfiguration.class);

    @Bean(destroyMethod = "")
    DrillClock drillClock(
            @Value("${wubu.data-dir}") Path dataDir,
            @Value("${wubu.drill.start:}") String start,
            @Value("${spring.datasource.url:none}") String server) {
        if (!server.equals("none")) {
            throw new IllegalStateException("演练只在自带的数据库中进行，不能连接 spring.datasource.url（演练会改动时间）");
        }
        var file = new DrillFile(dataDir);
        var marks = file.read().orElse(null);
        if (marks == null) {
            if (Files.exists(dataDir.resolve("postgres"))) {
                throw new IllegalStateException(
                        "数据目录 " + dataDir.toAbsolutePath() + " 已有不是演练的数据；请用 --wubu.data-dir 另选空目录进行演练");
            }
            var first = instant(start);
            marks = new DrillFile.Marks(first, first);
        }
        LOG.warn("演练：现在是 {}", marks.reached().atZone(ClockConfiguration.ZONE).toLocalDateTime());
        return new DrillClock(Clock.systemUTC(), file, marks);
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException noOffset) {
            try {
                return LocalDateTime.parse(text).atZone(ClockConfiguration.ZONE).toInstant();
            } catch (DateTimeParseException e) {
                throw new IllegalStateException(
                        "演练须给出开始时刻，如 --wubu.drill.start=2026-09-25T09:00+08:00（现为“" + text + "”）", e);
            }
        }
    }
}

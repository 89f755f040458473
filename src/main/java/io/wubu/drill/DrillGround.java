package io.wubu.drill;

import io.wubu.shared.ClockConfiguration;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Before anything is opened: a drill has a data directory and an embedded database of its own, and a beginning. */
@OnDrill
@Component
class DrillGround implements BeanFactoryPostProcessor {

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        var settings = beans.getBean(Environment.class);
        if (!settings.getProperty("spring.datasource.url", "none").equals("none")) {
            throw new IllegalStateException("演练会改动时间，只在自带的数据库中进行：不能设置 spring.datasource.url");
        }
        var dataDir = Path.of(settings.getRequiredProperty("wubu.data-dir"));
        var file = new DrillFile(dataDir);
        if (file.read().isPresent()) {
            return;
        }
        if (Files.exists(dataDir.resolve("postgres"))) {
            throw new IllegalStateException(
                    "数据目录 " + dataDir.toAbsolutePath() + " 已有不是演练的数据；请用 --wubu.data-dir 另选空目录进行演练");
        }
        var start = instant(settings.getProperty("wubu.drill.start", ""));
        file.write(new DrillFile.Marks(start, start));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException noOffset) {
            return local(text);
        }
    }

    private static Instant local(String text) {
        try {
            return LocalDateTime.parse(text).atZone(ClockConfiguration.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            throw new IllegalStateException(
                    "演练须给出开始时刻，如 --wubu.drill.start=2026-09-25T09:00+08:00（现为“" + text + "”）", e);
        }
    }
}

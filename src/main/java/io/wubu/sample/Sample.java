package io.wubu.sample;

import io.wubu.sample.ground.OnEmbedded;
import io.wubu.sample.ground.SampleGround;
import io.wubu.sample.ground.SampleSteps;
import io.wubu.sample.stories.Scenario;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Loads the sample once, after models are deployed: the ground in one transaction, then scenario by scenario. */
@Component
@OnEmbedded
class Sample {

    private static final Logger LOG = LoggerFactory.getLogger(Sample.class);

    private final boolean enabled;
    private final SampleGround ground;
    private final SampleSteps steps;
    private final Announcement announcement;
    private final List<Scenario> scenarios;

    Sample(
            @Value("${wubu.sample.enabled}") boolean enabled,
            SampleGround ground,
            SampleSteps steps,
            Announcement announcement,
            List<Scenario> scenarios) {
        this.enabled = enabled;
        this.ground = ground;
        this.steps = steps;
        this.announcement = announcement;
        this.scenarios = scenarios;
    }

    /** Late enough that models, forms and shared grants are there. */
    @EventListener(ApplicationStartedEvent.class)
    @Order(100)
    void load() {
        if (!enabled || !ground.isNeeded()) {
            announcement.again();
            return;
        }
        var password = announcement.password();
        var started = System.nanoTime();
        ground.lay(password);
        scenarios.forEach(this::play);
        LOG.info("sample loaded in {} s", (System.nanoTime() - started) / 1_000_000_000);
        announcement.first(password);
    }

    /** A scenario that fails leaves its cases where they stand; the system and the other scenarios go on. */
    private void play(Scenario scenario) {
        var name = scenario.getClass().getSimpleName();
        steps.begin(name);
        try {
            scenario.play();
        } catch (RuntimeException e) {
            LOG.error("sample scenario {} stopped", name, e);
        }
    }
}

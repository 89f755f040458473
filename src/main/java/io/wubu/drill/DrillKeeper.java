package io.wubu.drill;

import jakarta.annotation.PreDestroy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Has the drill's clock write down, every few seconds and at the end, what it has reached. */
@OnDrill
@Component
class DrillKeeper {

    private final DrillClock clock;

    DrillKeeper(DrillClock clock) {
        this.clock = clock;
    }

    @Scheduled(fixedRate = 2000)
    void keep() {
        clock.keep();
    }

    @PreDestroy
    void stop() {
        clock.settle();
    }
}

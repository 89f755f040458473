package io.wubu.flow.engine;

import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** Moves the engine's clock while the sample's past is played; it never stands still and never runs ahead. */
@Component
public class EngineTime {

    /** Sets the engine's clock back. */
    public void back(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time only goes back: " + by);
        }
        ClockUtil.offset(-by.toMillis());
    }

    /** Returns to the present. */
    public void reset() {
        ClockUtil.reset();
    }
}

package io.wubu.flow.dates;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/** The engine's clock: the machine's, or a drill's, and set back for the moments in which the sample's past is played. */
@Component
public class EngineTime {

    private volatile Duration ahead = Duration.ZERO;

    /** Runs so far ahead of the machine from now on (or behind it); this is the present to return to. */
    public void ahead(Duration by) {
        ahead = by;
        reset();
    }

    /** Stands at an instant until {@link #ahead} lets it run on. */
    public void stand(Instant at) {
        ClockUtil.setCurrentTime(Date.from(at));
    }

    /** Sets the engine's clock back from the present. */
    public void back(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("time only goes back: " + by);
        }
        ClockUtil.offset(ahead.minus(by).toMillis());
    }

    /** Returns to the present. */
    public void reset() {
        if (ahead.isZero()) {
            ClockUtil.reset();
        } else {
            ClockUtil.offset(ahead.toMillis());
        }
    }
}

package io.wubu.access.guessing;

import java.time.Clock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Clears away once a minute what the doors need no longer, so that no failed sign-in pays for it. */
@Component
class DoorSweep {

    private final SignInLocks locks;
    private final Pressure pressure;
    private final KnownSources sources;
    private final GuessingRows alarms;
    private final Clock clock;

    DoorSweep(SignInLocks locks, Pressure pressure, KnownSources sources, GuessingRows alarms, Clock clock) {
        this.locks = locks;
        this.pressure = pressure;
        this.sources = sources;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 60_000)
    void sweep() {
        locks.forgetOld();
        pressure.forgetOld();
        sources.forgetOld();
        alarms.forgetOld(clock.instant());
    }
}

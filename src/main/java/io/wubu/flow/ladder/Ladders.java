package io.wubu.flow.ladder;

import io.wubu.flow.engine.AsSystem;
import io.wubu.flow.ladder.Rung.Kind;
import io.wubu.flow.places.PostNames;
import io.wubu.insight.Reach;
import io.wubu.insight.Timers;
import io.wubu.insight.WaitingTimer;
import io.wubu.lawclock.LawClock;
import io.wubu.limits.RunningLimits;
import io.wubu.notices.Notices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why a case is red, who gets it next, and when: what has happened, what waits, what follows. */
@Component
@Transactional(readOnly = true)
public class Ladders {

    private static final double MINUTES = 60.0;
    private static final String COUNTRY = "000000";

    private final Timers waiting;
    private final WaitingTimers timers;
    private final RunningLimits limits;
    private final List<Forecast> forecasts;
    private final Notices notices;
    private final PostNames posts;
    private final LawClock clock;
    private final AsSystem asSystem;

    Ladders(
            Timers waiting,
            WaitingTimers timers,
            RunningLimits limits,
            List<Forecast> forecasts,
            Notices notices,
            PostNames posts,
            LawClock clock,
            AsSystem asSystem) {
        this.waiting = waiting;
        this.timers = timers;
        this.limits = limits;
        this.forecasts = forecasts;
        this.notices = notices;
        this.posts = posts;
        this.clock = clock;
        this.asSystem = asSystem;
    }

    /**
     * The ladder of a case, the oldest rung first.
     *
     * @param region whose office hours count
     */
    public List<Rung> of(String number, String region) {
        var rungs = new ArrayList<Rung>();
        notices.of(number)
                .forEach(told ->
                        rungs.add(new Rung(told.at(), Kind.DONE, told.text(), posts.of(told.audience()), "", null)));
        ahead(number, region).forEach(rungs::add);
        return rungs;
    }

    /**
     * What happens next in the case of each task if nobody acts, by the task; as many statements for fifty as for one.
     *
     * @param tasks those the engine shows the reader
     */
    public Map<String, Rung> next(Collection<String> tasks, Reach reach) {
        var next = new LinkedHashMap<String, Rung>();
        var first = waiting.next(tasks, reach);
        var running =
                limits.of(first.values().stream().map(WaitingTimer::number).toList());
        asSystem.run(() -> first.forEach((task, timer) -> {
            var region = Objects.requireNonNullElse(timer.caseRegion(), COUNTRY);
            next.put(task, timed(timers.rung(timer, running.getOrDefault(timer.number(), List.of())), region));
        }));
        return next;
    }

    private List<Rung> ahead(String number, String region) {
        var running = limits.of(number);
        var ahead = new ArrayList<Rung>();
        asSystem.run(() -> waiting.of(number).forEach(timer -> ahead.add(timers.rung(timer, running))));
        forecasts.forEach(forecast -> ahead.addAll(forecast.of(number)));
        return ahead.stream()
                .sorted(Comparator.comparing(Rung::at).thenComparing(Rung::kind))
                .map(rung -> timed(rung, region))
                .toList();
    }

    private Rung timed(Rung rung, String region) {
        return rung.at().isAfter(clock.now()) ? rung.in(workingHours(rung.at(), region)) : rung;
    }

    private double workingHours(Instant at, String region) {
        var minutes = clock.almanac().workingTime(clock.now(), at, region).toMinutes();
        return Math.round(minutes / MINUTES * 10) / 10.0;
    }
}

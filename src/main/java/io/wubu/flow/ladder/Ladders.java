package io.wubu.flow.ladder;

import io.wubu.flow.ladder.Rung.Kind;
import io.wubu.flow.places.PostNames;
import io.wubu.lawclock.LawClock;
import io.wubu.notices.Notices;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Why a case is red, who gets it next, and when: what has happened, what waits, what follows. */
@Component
@Transactional(readOnly = true)
public class Ladders {

    private static final double MINUTES = 60.0;

    private final WaitingTimers timers;
    private final List<Forecast> forecasts;
    private final Notices notices;
    private final PostNames posts;
    private final LawClock clock;

    Ladders(WaitingTimers timers, List<Forecast> forecasts, Notices notices, PostNames posts, LawClock clock) {
        this.timers = timers;
        this.forecasts = forecasts;
        this.notices = notices;
        this.posts = posts;
        this.clock = clock;
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

    /** What happens next if nobody acts. */
    public Optional<Rung> next(String number, String region) {
        return ahead(number, region).stream()
                .filter(rung -> rung.kind() == Kind.NEXT)
                .findFirst();
    }

    private List<Rung> ahead(String number, String region) {
        var ahead = new ArrayList<>(timers.of(number));
        forecasts.forEach(forecast -> ahead.addAll(forecast.of(number)));
        return ahead.stream()
                .sorted(Comparator.comparing(Rung::at).thenComparing(Rung::kind))
                .map(rung -> rung.at().isAfter(clock.now()) ? rung.in(workingHours(rung.at(), region)) : rung)
                .toList();
    }

    private double workingHours(Instant at, String region) {
        var minutes = clock.almanac().workingTime(clock.now(), at, region).toMinutes();
        return Math.round(minutes / MINUTES * 10) / 10.0;
    }
}

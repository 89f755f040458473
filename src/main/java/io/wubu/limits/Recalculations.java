package io.wubu.limits;

import io.wubu.lawclock.Arrangements;
import io.wubu.lawclock.CalendarEntry;
import io.wubu.lawclock.LawClock;
import io.wubu.shared.Actor;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reckons every open limit again after the calendar has changed, a chunk at a time. What is still to do is every open
 * row with an older version, so a killed run goes on where it stood, on any node, and does nothing twice.
 */
@Component
@Transactional
public class Recalculations {

    private final LimitRows rows;
    private final RecalculationRows report;
    private final RunningLimits limits;
    private final LawClock clock;
    private final Arrangements arrangements;
    private final int chunkSize;

    Recalculations(
            LimitRows rows,
            RecalculationRows report,
            RunningLimits limits,
            LawClock clock,
            Arrangements arrangements,
            @Value("${wubu.recalculation.chunk:200}") int chunkSize) {
        this.rows = rows;
        this.report = report;
        this.limits = limits;
        this.clock = clock;
        this.arrangements = arrangements;
        this.chunkSize = chunkSize;
    }

    /** Reckons the next limits; whether there may be more. */
    public boolean next() {
        var change = arrangements.history().stream().findFirst();
        return change.isPresent() && next(change.get());
    }

    private boolean next(CalendarEntry change) {
        var version = change.version();
        var almanac = clock.almanac();
        if (almanac.version() < version) {
            return true;
        }
        var chunk = rows.lockOlder(version, chunkSize);
        if (chunk.isEmpty()) {
            report.finish(version, clock.now());
            return false;
        }
        report.begin(version, clock.now());
        var by = new Actor(change.byUser(), change.post());
        var moves = limits.recalculate(chunk, almanac, by, ground(change));
        report.lines(version, moves);
        report.progress(version, chunk.size(), moves.size());
        return true;
    }

    /** The runs, the newest first. */
    @Transactional(readOnly = true)
    public List<Recalculation> all() {
        return report.all();
    }

    /** The run for a calendar version. */
    @Transactional(readOnly = true)
    public Optional<Recalculation> find(long version) {
        return report.find(version);
    }

    /** A page of the limits that got another date. */
    @Transactional(readOnly = true)
    public List<RecalculatedLimit> report(long version, int offset, int most) {
        return report.lines(version, offset, most);
    }

    private static String ground(CalendarEntry change) {
        return switch (change.kind()) {
            case "ARRANGEMENT" -> change.what() + "年放假安排（" + change.source() + "）";
            case "DAY" -> change.what() + " 日历调整（" + change.source() + "）";
            default -> "办公时间调整（" + change.source() + "）";
        };
    }
}

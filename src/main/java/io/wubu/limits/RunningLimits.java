package io.wubu.limits;

import io.wubu.lawclock.Almanac;
import io.wubu.lawclock.LawClock;
import io.wubu.lawclock.TermInWords;
import io.wubu.limits.LimitMoved.Change;
import io.wubu.shared.Actor;
import io.wubu.shared.RuleBroken;
import io.wubu.shared.Unknown;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of the running limits. Every change is told by {@link LimitMoved} in the same transaction, so that ledger,
 * task, timers and record move with it.
 */
@Component
@Transactional
public class RunningLimits {

    private final LimitRows rows;
    private final OpenLimits open;
    private final LimitPauses pauses;
    private final LawClock clock;
    private final ApplicationEventPublisher events;

    RunningLimits(
            LimitRows rows, OpenLimits open, LimitPauses pauses, LawClock clock, ApplicationEventPublisher events) {
        this.rows = rows;
        this.open = open;
        this.pauses = pauses;
        this.clock = clock;
        this.events = events;
    }

    /** Begins a limit, or answers the one of that key that runs already. */
    public RunningLimit begin(LimitKey key, LimitStart start) {
        var almanac = clock.almanac();
        var due = clock.due(start.term(), almanac);
        rows.insert(key, start, due, almanac.calendar().isProvisional(clock.dateOf(due)), almanac.version());
        open.forget(key.subject());
        return get(key);
    }

    /** Ends what runs under that key, if anything does, and begins anew. */
    public RunningLimit restart(LimitKey key, LimitStart start) {
        end(key);
        return begin(key, start);
    }

    /** The limit that runs under a key, if one does. */
    @Transactional(readOnly = true)
    public Optional<RunningLimit> find(LimitKey key) {
        return open.of(key.subject()).stream()
                .filter(limit -> limit.key().equals(key))
                .findFirst();
    }

    /** All that run for a case, the next to run out first. */
    @Transactional(readOnly = true)
    public List<RunningLimit> of(String subject) {
        return open.of(subject);
    }

    /** The same for many cases, read at once. */
    @Transactional(readOnly = true)
    public Map<String, List<RunningLimit>> of(Collection<String> subjects) {
        return open.readAll(subjects);
    }

    /** The work is done or has ended otherwise. */
    public void end(LimitKey key) {
        rows.end(key, clock.now());
        open.forget(key.subject());
    }

    /**
     * Stops the clock (停表): nothing fires until it goes on, and the days between are not counted.
     *
     * @throws RuleBroken if it stands still already or has run out
     */
    public void pause(LimitKey key, Actor by, String ground, List<UUID> evidence) {
        var before = get(key);
        if (before.pausedAt() != null) {
            throw new RuleBroken("step", "limit.paused", "该期限已经停表，不能重复停表");
        }
        if (!before.dueAt().isAfter(clock.now())) {
            throw new RuleBroken("step", "limit.over", "该期限已到期，不能停表");
        }
        pauses.begin(before.id(), clock.now(), by.userId(), ground, evidence);
        open.forget(key.subject());
        tell(Change.PAUSED, before, get(key), by, ground, evidence);
    }

    /**
     * Lets the clock go on; the due date moves by the days it stood still.
     *
     * @throws RuleBroken if it doesn't stand still
     */
    public void resume(LimitKey key, Actor by, String ground) {
        var before = get(key);
        if (before.pausedAt() == null) {
            throw new RuleBroken("step", "limit.running", "该期限没有停表");
        }
        pauses.end(before.id(), clock.now(), by.userId());
        open.forget(key.subject());
        tell(Change.RESUMED, before, reckon(get(key), clock.almanac()), by, ground, List.of());
    }

    /** Sets another last day. */
    public void extend(LimitKey key, LocalDate day, Actor by, String ground) {
        var before = get(key);
        rows.fix(before.id(), day, clock.now());
        open.forget(key.subject());
        tell(Change.EXTENDED, before, reckon(get(key), clock.almanac()), by, ground, List.of());
    }

    /** The obligation has gone to another place, whose offices end the limit now; its day stays, a passed date too. */
    public void relocate(LimitKey key, String region, Actor by, String ground) {
        var before = find(key).filter(limit -> !limit.region().equals(region));
        if (before.isPresent()) {
            rows.place(before.get().id(), region);
            open.forget(key.subject());
            relocated(before.get(), by, ground);
        }
    }

    private void relocated(RunningLimit before, Actor by, String ground) {
        var after = reckoned(get(before.key()), clock.almanac());
        var isAhead = before.dueAt().isAfter(clock.now()) && after.dueAt().isAfter(clock.now());
        if (isAhead && !after.dueAt().equals(before.dueAt())) {
            rows.setDue(List.of(after));
            open.forget(before.key().subject());
            tell(Change.RELOCATED, before, after, by, ground, List.of());
        }
    }

    /** Reckons with another calendar; the limits that have another date now. A date that has passed stays passed. */
    List<LimitMoved> recalculate(List<RunningLimit> chunk, Almanac almanac, Actor by, String ground) {
        var after = chunk.stream().map(limit -> again(limit, almanac)).toList();
        rows.setDue(after);
        open.readAll(chunk.stream().map(limit -> limit.key().subject()).collect(Collectors.toSet()));
        var moves = new ArrayList<LimitMoved>();
        for (var i = 0; i < chunk.size(); i++) {
            if (differ(chunk.get(i), after.get(i))) {
                moves.add(move(Change.RECALCULATED, chunk.get(i), after.get(i), by, ground, List.of()));
            }
        }
        moves.forEach(events::publishEvent);
        events.publishEvent(new LimitsRecalculated(moves));
        return moves.stream()
                .filter(move -> !move.after().dueAt().equals(move.before().dueAt()))
                .toList();
    }

    private RunningLimit again(RunningLimit before, Almanac almanac) {
        return before.dueAt().isAfter(clock.now())
                ? reckoned(before, almanac)
                : before.due(before.dueAt(), before.provisional(), almanac.version());
    }

    private static boolean differ(RunningLimit before, RunningLimit after) {
        return !after.dueAt().equals(before.dueAt()) || after.provisional() != before.provisional();
    }

    /** How the due date of a limit comes about, in words. */
    @Transactional(readOnly = true)
    public String sum(RunningLimit limit) {
        return TermInWords.of(limit.term(), clock.almanac(), limit.dueAt());
    }

    private RunningLimit get(LimitKey key) {
        return find(key).orElseThrow(() -> new Unknown("没有正在计时的期限：" + key.subject() + " " + key.step()));
    }

    private RunningLimit reckon(RunningLimit limit, Almanac almanac) {
        var after = reckoned(limit, almanac);
        rows.setDue(List.of(after));
        open.forget(limit.key().subject());
        return after;
    }

    private RunningLimit reckoned(RunningLimit limit, Almanac almanac) {
        var due = limit.limit().unit().dependsOnCalendar() || !limit.pauses().isEmpty()
                ? clock.due(limit.term(), almanac)
                : limit.dueAt();
        return limit.due(due, almanac.calendar().isProvisional(clock.dateOf(due)), almanac.version());
    }

    private void tell(
            Change change, RunningLimit before, RunningLimit after, Actor by, String ground, List<UUID> evidence) {
        events.publishEvent(move(change, before, after, by, ground, evidence));
    }

    private LimitMoved move(
            Change change, RunningLimit before, RunningLimit after, Actor by, String ground, List<UUID> evidence) {
        var sum = TermInWords.of(after.term(), clock.almanac(), after.dueAt());
        return new LimitMoved(change, before, after, by, ground, evidence, sum);
    }
}

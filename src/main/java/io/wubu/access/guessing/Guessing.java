package io.wubu.access.guessing;

import io.wubu.shared.Lately;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Counts what is tried in vain, whether or not it came to a hash, by account and in all, quarter by quarter of an hour; and
 * tells the security administrator when that is no mistyping any more. Counted in memory and written once a second, so that a
 * flood costs the database nothing.
 */
@Component
public class Guessing {

    /** Guessing at many accounts. */
    static final String MANY = "";

    private static final Logger LOG = LoggerFactory.getLogger(Guessing.class);

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int ACCOUNTS = 1000;
    private static final int SOURCES = 1000;

    private final GuessingRows rows;
    private final Pressure pressure;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final int most;
    private final Lately lately = new Lately();
    private final Map<String, Tally> tallies = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tally> eldest) {
            return size() > ACCOUNTS;
        }
    };

    Guessing(
            GuessingRows rows,
            Pressure pressure,
            Clock clock,
            ApplicationEventPublisher events,
            @Value("${wubu.sign-in.account-failures}") int most) {
        this.rows = rows;
        this.pressure = pressure;
        this.clock = clock;
        this.events = events;
        this.most = most;
    }

    /** What was tried in one quarter and isn't written yet. */
    private static final class Tally {

        private final Instant quarter;
        private final Instant first;
        private final Set<String> known = new HashSet<>();
        private Map<String, Integer> sources = new HashMap<>();
        private Instant last;
        private int all;
        private int unwritten;
        private boolean raised;

        Tally(Instant quarter, Instant now) {
            this.quarter = quarter;
            this.first = now;
            this.last = now;
        }

        void add(String source, Instant now) {
            all++;
            unwritten++;
            last = now.isAfter(last) ? now : last;
            if (known.contains(source) || known.size() < SOURCES) {
                known.add(source);
                sources.merge(source, 1, Integer::sum);
            }
        }
    }

    /** Something to write, taken out of a tally. */
    private record Part(
            String account, Instant quarter, Instant first, Instant last, Map<String, Integer> sources, int attempts) {}

    /** A password was tried and was wrong; open: somebody could sign in as that account. */
    public void failed(String account, String source, boolean open) {
        pressure.failed(open);
        var found = pressure.on(account, open);
        note(account, source, found.account(), found.all());
    }

    /** Somebody was refused without a hash. */
    public void refused(String account, String source) {
        note(account, source, false, false);
    }

    /** Somebody found the door full; nothing of his was tried. */
    public void full() {
        lately.happened();
    }

    /** Tried in vain in the last minute, on this node. */
    long lately() {
        return lately.times();
    }

    /** Writes what is to be told; one audit row for each alarm. */
    @Scheduled(fixedDelay = 1000)
    void tell() {
        for (var part : parts()) {
            try {
                if (rows.add(
                        part.account(), part.quarter(), part.first(), part.last(), part.sources(), part.attempts())) {
                    LOG.warn("有人在猜口令：{} (passwords are being guessed)", part.account());
                    events.publishEvent(new GuessingNoticed(
                            part.account(), part.attempts(), part.sources().size()));
                }
            } catch (RuntimeException failure) {
                LOG.warn("an alarm can't be written", failure);
                back(part);
            }
        }
    }

    private synchronized void note(String account, String source, boolean isGuessed, boolean areAll) {
        lately.happened();
        var one = tally(SignInLocks.shortened(account));
        one.add(source, clock.instant());
        one.raised |= isGuessed || one.all >= most;
        var all = tally(MANY);
        all.add(source, clock.instant());
        all.raised |= areAll;
    }

    private Tally tally(String account) {
        var now = clock.instant();
        var length = QUARTER.toSeconds();
        var quarter = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), length) * length);
        var tally = tallies.get(account);
        if (tally == null || !tally.quarter.equals(quarter)) {
            tally = new Tally(quarter, now);
            tallies.put(account, tally);
        }
        return tally;
    }

    private synchronized List<Part> parts() {
        var parts = new ArrayList<Part>();
        tallies.forEach((account, tally) -> {
            if (tally.raised && tally.unwritten > 0) {
                parts.add(new Part(account, tally.quarter, tally.first, tally.last, tally.sources, tally.unwritten));
                tally.sources = new HashMap<>();
                tally.unwritten = 0;
            }
        });
        return parts;
    }

    private synchronized void back(Part part) {
        var tally = tallies.get(part.account());
        if (tally != null && tally.quarter.equals(part.quarter())) {
            tally.unwritten += part.attempts();
            part.sources().forEach((source, times) -> tally.sources.merge(source, times, Integer::sum));
        }
    }
}

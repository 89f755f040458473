package io.wubu.slips;

import io.wubu.lawclock.LawClock;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.records.Written;
import io.wubu.regions.Regions;
import io.wubu.shared.Numbers;
import io.wubu.shared.Stale;
import io.wubu.shared.Unknown;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The slips' door: one chain a problem, one open slip a chain, colours that only go up. */
@Component
@Transactional
public class Slips {

    private static final String CLOSED = State.CLOSED.name();

    private final ChainRows chains;
    private final SlipRows rows;
    private final SlipTable table;
    private final Problems problems;
    private final Records records;
    private final Regions regions;
    private final Numbers numbers;
    private final LawClock clock;

    Slips(
            ChainRows chains,
            SlipRows rows,
            SlipTable table,
            Problems problems,
            Records records,
            Regions regions,
            Numbers numbers,
            LawClock clock) {
        this.chains = chains;
        this.rows = rows;
        this.table = table;
        this.problems = problems;
        this.records = records;
        this.regions = regions;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** Opens the problem's chain; false if it has one: of two triggers at once only one opens it. */
    public boolean open(String problem, SlipRequest request) {
        return chains.open(problem, request, clock.now());
    }

    /** The problem's open chain, locked until the transaction ends. */
    public Optional<Chain> lockChain(String problem) {
        return chains.lockOpen(problem);
    }

    /** The problem's open chain. */
    @Transactional(readOnly = true)
    public Optional<Chain> chain(String problem) {
        return chains.findOpen(problem);
    }

    /** The problem's open slip. */
    @Transactional(readOnly = true)
    public Optional<Slip> openSlip(String problem) {
        return rows.open(problem);
    }

    /** All slips of a problem, oldest first. */
    @Transactional(readOnly = true)
    public List<Slip> of(String problem) {
        return rows.of(problem);
    }

    /** A slip by its number; {@link Unknown} if there is none. */
    @Transactional(readOnly = true)
    public Slip get(String number) {
        return rows.find(number).orElseThrow(() -> new Unknown("没有督办单 " + number));
    }

    /** The colour of the chain's newest issued slip; null before the first. */
    @Transactional(readOnly = true)
    public @Nullable Colour previous(String problem) {
        var chain = chains.findOpen(problem).map(Chain::id).orElse(-1L);
        return rows.of(problem).stream()
                .filter(slip -> slip.chainId() == chain && slip.issuedAt() != null)
                .reduce((first, second) -> second)
                .map(Slip::colour)
                .orElse(null);
    }

    /** The highest colour of the problem's earlier chains since it was last closed; null if there was none. */
    @Transactional(readOnly = true)
    public @Nullable Colour earlier(String problem) {
        var chain = chains.findOpen(problem).map(Chain::id).orElse(-1L);
        var since = records.of(problem).stream()
                .filter(entry -> CLOSED.equals(entry.to()) && !CLOSED.equals(entry.from()))
                .reduce((first, second) -> second)
                .map(Entry::at)
                .orElse(Instant.MIN);
        return rows.of(problem).stream()
                .filter(slip -> slip.chainId() != chain && slip.isIssuedAfter(since))
                .map(Slip::colour)
                .max(Colour::compareTo)
                .orElse(null);
    }

    /** 拟单: puts down what the table ruled as the chain's next slip. */
    public Slip prepare(String problem, Ruling ruling) {
        var chain = lockChain(problem).orElseThrow(() -> new Stale("问题 " + problem + " 没有进行中的督办"));
        var colour = ruling.colour();
        if (colour == null) {
            throw new IllegalStateException("the table rules no slip for " + chain);
        }
        var about = problems.get(problem);
        var before = rows.of(problem).stream()
                .filter(slip -> slip.chainId() == chain.id())
                .reduce((first, second) -> second)
                .map(Slip::number);
        var prefix = "SD-%s-%s".formatted(about.campaign(), about.cityCode());
        var number = "%s-%05d".formatted(prefix, numbers.next(prefix));
        rows.insert(new SlipDraft(
                number,
                about.campaign(),
                chain,
                ruling,
                colour,
                about.regionCode(),
                about.cityCode(),
                addressee(about),
                before.orElse(null),
                clock.now()));
        return get(number);
    }

    /** 升色: another trigger asks for a higher colour; the open slip gives way. */
    public void raise(Chain chain, SlipRequest request) {
        openSlip(chain.problemNumber()).ifPresent(slip -> {
            table.stop(slip, SlipState.ENDED, "因“" + request.trigger().chinese() + "”升色");
            table.note(
                    slip,
                    "slipRaised",
                    slip.title() + "升色",
                    Written.automatic(Map.of("原因", request.trigger().chinese())));
        });
        chains.next(chain.id(), request);
    }

    /** 督办均未见效: no colour is left. */
    public void exhausted(String problem) {
        var chain = lockChain(problem).orElseThrow(() -> new Stale("问题 " + problem + " 没有进行中的督办"));
        chains.close(chain.id(), Outcome.EXHAUSTED, clock.now());
    }

    /** 随问题了结: verified, withdrawn, merged, closed or handed over. */
    public boolean settle(String problem, String reason) {
        var chain = lockChain(problem);
        chain.ifPresent(open -> {
            openSlip(problem).ifPresent(slip -> {
                table.stop(slip, SlipState.ENDED, reason);
                table.note(slip, "slipSettled", slip.title() + "终止", Written.automatic(Map.of("原因", reason)));
            });
            chains.close(open.id(), Outcome.SETTLED, clock.now());
        });
        return chain.isPresent();
    }

    /** Open red slips of a county. */
    @Transactional(readOnly = true)
    public int openRed(String region) {
        return rows.openRed(region);
    }

    /** Red slips of a city in a campaign that were not done, expired ones included. */
    @Transactional(readOnly = true)
    public int unsettledRed(String city, String campaign) {
        return rows.unsettledRed(city, campaign);
    }

    private String addressee(Problem about) {
        var unit = about.leadUnit();
        return regions.get(about.regionCode()).name() + (unit == null ? "责任单位" : unit) + "主要负责人";
    }
}

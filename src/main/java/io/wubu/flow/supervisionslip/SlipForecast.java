package io.wubu.flow.supervisionslip;

import io.wubu.flow.ladder.Forecast;
import io.wubu.flow.ladder.Rung;
import io.wubu.lawclock.LawClock;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.slips.Colour;
import io.wubu.slips.Slip;
import io.wubu.slips.SlipState;
import io.wubu.slips.Slips;
import io.wubu.slips.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The slips that follow if nobody acts, as the colour table foresees them. */
@Component
class SlipForecast implements Forecast {

    private static final String RULE = "slip-colour.dmn（DMN-7）";
    private static final Set<SlipState> RUNNING = EnumSet.of(SlipState.ISSUED, SlipState.SIGNED);

    private final Slips slips;
    private final Problems problems;
    private final ColourTable table;
    private final LawClock clock;

    SlipForecast(Slips slips, Problems problems, ColourTable table, LawClock clock) {
        this.slips = slips;
        this.problems = problems;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public List<Rung> of(String number) {
        var open = slips.openSlip(number);
        if (open.isPresent()) {
            return afterSlip(number, open.get());
        }
        return slips.chain(number).isPresent()
                ? List.of()
                : problems.find(number).map(this::afterDate).orElse(List.of());
    }

    private List<Rung> afterSlip(String number, Slip slip) {
        return RUNNING.contains(slip.state()) && slip.dueAt() != null
                ? climb(number, Trigger.SLIP_EXPIRED, slip.colour(), slip.dueAt())
                : List.of();
    }

    private List<Rung> afterDate(Problem problem) {
        var due = problem.dueAt();
        return problem.state() == State.RECTIFYING && due != null && due.isAfter(clock.now())
                ? climb(problem.number(), Trigger.ITEM_OVERDUE, null, clock.onDuty(due, problem.regionCode()))
                : List.of();
    }

    private List<Rung> climb(String number, Trigger first, @Nullable Colour from, Instant start) {
        var rungs = new ArrayList<Rung>();
        var earlier = slips.earlier(number);
        var trigger = first;
        var previous = from;
        var at = start;
        for (var ruling = table.ask(trigger, previous, earlier, null);
                ruling.colour() != null;
                ruling = table.ask(trigger, previous, earlier, null)) {
            var what = "签发%s督办单（%s）"
                    .formatted(ruling.colour().chinese(), ruling.limit().chinese());
            rungs.add(new Rung(at, Rung.Kind.LATER, what, ruling.copyTo(), RULE, null));
            at = clock.due(at, ruling.limit());
            previous = ruling.colour();
            trigger = Trigger.SLIP_EXPIRED;
        }
        rungs.add(new Rung(at, Rung.Kind.LATER, "红色到期：提出问题线索和问责建议，建议约谈", "市督查室", RULE, null));
        return rungs;
    }
}

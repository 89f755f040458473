package io.wubu.flow.supervisionslip;

import io.wubu.flow.engine.AsSystem;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import io.wubu.shared.Stale;
import io.wubu.shared.Turns;
import io.wubu.slips.Chain;
import io.wubu.slips.Colour;
import io.wubu.slips.Ruling;
import io.wubu.slips.Slip;
import io.wubu.slips.SlipRequest;
import io.wubu.slips.Slips;
import io.wubu.slips.Trigger;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one way to ask for a slip: opens the problem's chain and its process, or raises the colour of the open one where the
 * table says so.
 */
@Component
@Transactional
public class SlipRequests {

    /** A county has taken the problem over, and it is not struck off yet: somebody can be supervised. */
    private static final Set<State> SUPERVISED = EnumSet.of(
            State.CLAIMED,
            State.PLANNED,
            State.RECTIFYING,
            State.REPORTED,
            State.COUNTY_CHECKED,
            State.NOT_RECTIFIED,
            State.INTERVIEW,
            State.SPECIAL,
            State.PATROL_VERIFIED,
            State.CLOSURE_PENDING,
            State.PUBLICISED);

    private final Slips slips;
    private final Problems problems;
    private final ColourTable table;
    private final ClueCases clues;
    private final RuntimeService runtime;
    private final AsSystem asSystem;
    private final Turns turns;

    SlipRequests(
            Slips slips,
            Problems problems,
            ColourTable table,
            ClueCases clues,
            RuntimeService runtime,
            AsSystem asSystem,
            Turns turns) {
        this.slips = slips;
        this.problems = problems;
        this.table = table;
        this.clues = clues;
        this.runtime = runtime;
        this.asSystem = asSystem;
        this.turns = turns;
    }

    /** The system saw a reason for a slip; nothing happens where the table wants none. */
    public void automatic(String number, Trigger trigger, String facts) {
        var request = new SlipRequest(trigger, null, facts, "请立即核查原因，采取措施整改到位，并在期限内回复办理结果。", Actor.SYSTEM);
        var problem = problems.get(number);
        if (maySupervise(problem) && !begin(problem, request)) {
            slips.lockChain(number).ifPresent(chain -> raise(chain, request));
        }
    }

    /** Whether somebody can be supervised about the problem. */
    public boolean maySupervise(Problem problem) {
        return SUPERVISED.contains(problem.state());
    }

    /** An office issues a slip by hand; {@link Stale} if one is open or nobody can be supervised. */
    public void byHand(String number, SlipRequest request) {
        turns.take("slip " + number);
        var problem = problems.get(number);
        if (!maySupervise(problem)) {
            throw new Stale(
                    "问题 %s 当前为“%s”，不能下达督办单".formatted(number, problem.state().chinese()));
        }
        if (!begin(problem, request)) {
            throw new Stale("问题 %s 已有进行中的督办，颜色只升不降，不能另发督办单".formatted(number));
        }
        problems.note(number, "requestSlip", "提请下达督办单", request.by(), written(request), List.of());
    }

    private boolean begin(Problem problem, SlipRequest request) {
        var number = problem.number();
        if (slips.chain(number).isPresent()) {
            return false;
        }
        var ruling = table.ask(request.trigger(), null, slips.earlier(number), request.colour());
        if (ruling.colour() == null) {
            return true;
        }
        if (!slips.open(number, request)) {
            return false;
        }
        asSystem.run(() -> runtime.createMessageCorrelation("wubu.slipRequested")
                .processInstanceBusinessKey(number)
                .setVariables(Map.of(
                        "regionCode",
                        problem.regionCode(),
                        "trigger",
                        request.trigger().name()))
                .correlateStartMessage());
        return true;
    }

    private void raise(Chain chain, SlipRequest request) {
        var number = chain.problemNumber();
        var open = slips.openSlip(number);
        var current = open.map(Slip::colour).orElseGet(() -> pending(chain));
        var ruling = table.ask(request.trigger(), current, slips.earlier(number), null);
        if (rises(ruling, current)) {
            slips.raise(chain, request);
            asSystem.run(() -> runtime.createMessageCorrelation("wubu.slipRaised")
                    .processInstanceBusinessKey(number)
                    .correlateAllWithResult());
        } else if (ruling.clue()) {
            open.ifPresent(slip -> clues.propose(slip, request.facts()));
        }
    }

    private static boolean rises(Ruling ruling, @Nullable Colour current) {
        return ruling.colour() != null && ruling.colour().isAbove(current);
    }

    /** The colour of a slip that is asked for but not drawn up yet, because the office is closed. */
    private @Nullable Colour pending(Chain chain) {
        var number = chain.problemNumber();
        return table.ask(chain.trigger(), slips.previous(number), slips.earlier(number), chain.requested())
                .colour();
    }

    private static Map<String, Object> written(SlipRequest request) {
        var colour = request.colour();
        return Map.of(
                "颜色", colour == null ? "按规则" : colour.chinese(),
                "情形", request.trigger().chinese(),
                "存在问题", request.facts(),
                "督办要求", request.requirement());
    }
}

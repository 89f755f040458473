package io.wubu.flow.supervisionslip;

import io.wubu.flow.engine.AsSystem;
import io.wubu.problems.ProblemMoved;
import io.wubu.problems.State;
import io.wubu.slips.Slips;
import java.util.EnumSet;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A problem that is verified, withdrawn, merged, closed or handed over needs no supervision any more. */
@Component
class SlipEnds {

    private static final Set<State> OVER = EnumSet.of(
            State.PATROL_VERIFIED,
            State.REJECTED,
            State.MERGED,
            State.WITHDRAWN,
            State.CLOSED,
            State.SETTLED,
            State.HANDED_OVER);

    private final Slips slips;
    private final RuntimeService runtime;
    private final AsSystem asSystem;

    SlipEnds(Slips slips, RuntimeService runtime, AsSystem asSystem) {
        this.slips = slips;
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    @EventListener
    void moved(ProblemMoved move) {
        if (OVER.contains(move.to())
                && slips.settle(move.number(), "问题" + move.to().chinese())) {
            asSystem.run(() -> runtime.createMessageCorrelation("wubu.slipSettled")
                    .processInstanceBusinessKey(move.number())
                    .correlateAllWithResult());
        }
    }
}

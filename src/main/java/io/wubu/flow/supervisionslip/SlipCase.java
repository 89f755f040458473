package io.wubu.flow.supervisionslip;

import io.wubu.flow.engine.AsSystem;
import io.wubu.flow.rules.RuleResult;
import io.wubu.lawclock.LawClock;
import io.wubu.problems.Problems;
import io.wubu.slips.Chain;
import io.wubu.slips.Colour;
import io.wubu.slips.Slip;
import io.wubu.slips.SlipState;
import io.wubu.slips.SlipSteps;
import io.wubu.slips.SlipWords;
import io.wubu.slips.Slips;
import io.wubu.slips.Trigger;
import java.util.Date;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${slip…}}: what the models of slip and rectification ask about the slips of their problem. */
@Component("slip")
public class SlipCase {

    private final Slips slips;
    private final SlipSteps steps;
    private final SlipRequests requests;
    private final Problems problems;
    private final LawClock clock;
    private final RuntimeService runtime;
    private final AsSystem asSystem;

    SlipCase(
            Slips slips,
            SlipSteps steps,
            SlipRequests requests,
            Problems problems,
            LawClock clock,
            RuntimeService runtime,
            AsSystem asSystem) {
        this.slips = slips;
        this.steps = steps;
        this.requests = requests;
        this.problems = problems;
        this.clock = clock;
        this.runtime = runtime;
        this.asSystem = asSystem;
    }

    /**
     * Now, or when the office next opens: no slip is issued on a day off. What happens at closing time, like a missed date,
     * still belongs to that day, even if its timer is some seconds late.
     */
    public Date officeOpens(DelegateExecution execution) {
        var problem = problems.get(number(execution));
        var now = clock.now();
        var due = problem.dueAt();
        var missed = due != null
                && chain(execution).trigger() == Trigger.ITEM_OVERDUE
                && clock.dateOf(due).equals(clock.dateOf(now));
        return Date.from(clock.onDuty(due != null && missed ? due : now, problem.regionCode()));
    }

    /** Why the next slip is asked for. */
    public String trigger(DelegateExecution execution) {
        return chain(execution).trigger().name();
    }

    /** The colour of the chain's slip before. */
    public String previous(DelegateExecution execution) {
        return Colour.nameOf(slips.previous(number(execution)));
    }

    /** The highest colour of the problem's earlier chains. */
    public String earlier(DelegateExecution execution) {
        return Colour.nameOf(slips.earlier(number(execution)));
    }

    /** The colour an office wants to issue directly. */
    public String requested(DelegateExecution execution) {
        return Colour.nameOf(chain(execution).requested());
    }

    /** The table has ruled: the slip is drawn up. */
    public void decided(DelegateExecution execution, DmnDecisionResult result) {
        slips.prepare(
                number(execution),
                ColourTable.ruling(RuleResult.of(result.getSingleResult().getEntryMap())));
    }

    /**
     * The open slip's limit.
     *
     * @param step names the running limit that moves task and timer
     */
    public Date due(DelegateExecution execution, String step) {
        var due = slip(execution).dueAt();
        if (due == null) {
            throw new IllegalStateException("not issued: " + number(execution) + " " + step);
        }
        return Date.from(due);
    }

    /** Whether the unit has signed for the slip, which comes back to it. */
    public boolean isSigned(DelegateExecution execution) {
        return slip(execution).state() == SlipState.SIGNED;
    }

    /** The limit has passed without a reply. */
    public void expired(DelegateExecution execution) {
        steps.expire(number(execution));
    }

    /** Whether the slip that has expired was red. */
    public boolean isRed(DelegateExecution execution) {
        return slips.previous(number(execution)) == Colour.RED;
    }

    /** The problem's date has passed: it gets a slip. */
    public void overdue(DelegateExecution execution) {
        var number = number(execution);
        var due = problems.get(number).dueAt();
        var facts = "整改时限%s已过，未报告整改完成。".formatted(due == null ? "" : SlipWords.moment(due));
        requests.automatic(number, Trigger.ITEM_OVERDUE, facts);
    }

    /** No colour is left: the problem is told, and its rectification escalates if it still runs. */
    public void exhausted(DelegateExecution execution) {
        var number = number(execution);
        slips.exhausted(number);
        problems.flag(number, "URGED_IN_VAIN");
        asSystem.run(() -> runtime.createMessageCorrelation("wubu.slipsExhausted")
                .processInstanceBusinessKey(number)
                .correlateAllWithResult());
    }

    private Chain chain(DelegateExecution execution) {
        return slips.chain(number(execution)).orElseThrow(() -> new IllegalStateException("no chain of slips"));
    }

    private Slip slip(DelegateExecution execution) {
        return slips.openSlip(number(execution)).orElseThrow(() -> new IllegalStateException("no open slip"));
    }

    private static String number(DelegateExecution execution) {
        return execution.getProcessBusinessKey();
    }
}

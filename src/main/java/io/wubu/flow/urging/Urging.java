package io.wubu.flow.urging;

import io.wubu.flow.dates.OverdueWorkDone;
import io.wubu.flow.engine.AsSystem;
import io.wubu.flow.places.PostNames;
import io.wubu.lawclock.LawClock;
import io.wubu.notices.Notices;
import io.wubu.problems.ProblemMoved;
import io.wubu.problems.Problems;
import io.wubu.records.Entry;
import io.wubu.records.Records;
import io.wubu.shared.Actor;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** {@code ${urging…}}: a missed deadline gives the superior a task of his own, which vanishes once the work is done. */
@Component("urging")
public class Urging {

    private final RuntimeService runtime;
    private final AsSystem asSystem;
    private final Notices notices;
    private final Problems problems;
    private final Records records;
    private final PostNames posts;
    private final LawClock clock;

    Urging(
            RuntimeService runtime,
            AsSystem asSystem,
            Notices notices,
            Problems problems,
            Records records,
            PostNames posts,
            LawClock clock) {
        this.runtime = runtime;
        this.asSystem = asSystem;
        this.notices = notices;
        this.problems = problems;
        this.records = records;
        this.posts = posts;
        this.clock = clock;
    }

    /** Reports a step that missed its limit to the superior's group. */
    public void report(DelegateExecution execution, String step, String superior) {
        var name = nameOf(execution, step);
        raise(execution, step, name, superior, "“" + name + "”逾期，请督促办理");
    }

    /** Gives the superior the task to urge, under a name and with a notice of the caller's. */
    public void raise(DelegateExecution execution, String step, String name, String superior, String notice) {
        var number = execution.getProcessBusinessKey();
        asSystem.run(() -> runtime.createMessageCorrelation("wubu.deadlineMissed")
                .processInstanceBusinessKey(number)
                .setVariables(Map.of(
                        "regionCode", execution.getTenantId(),
                        "superior", superior,
                        "urgedStep", step,
                        "urgedName", name))
                .correlateStartMessage());
        notices.tell(execution.getId() + ":" + step + ":escalated", number, superior, "ESCALATION", notice);
        Map<String, Object> content = Map.of("事项", name, "报送", posts.of(superior));
        if (problems.find(number).isPresent()) {
            problems.note(number, "escalated", "逾期升级", Actor.SYSTEM, content, List.of());
        } else {
            records.append(new Entry(
                    number, "escalated", "逾期升级", Actor.SYSTEM, clock.now(), null, null, content, List.of(), null));
        }
    }

    /** The urged step is done: the superior's task is withdrawn. */
    @EventListener
    void done(OverdueWorkDone work) {
        asSystem.run(() -> runtime.createMessageCorrelation("wubu.urgedWorkDone")
                .processInstanceBusinessKey(work.number())
                .processInstanceVariableEquals("urgedStep", work.step())
                .correlateAllWithResult());
    }

    /** The problem has left its stage, by escalation or otherwise: nobody there is to be urged any more. */
    @EventListener
    void moved(ProblemMoved move) {
        if (move.from().stage() != move.to().stage()) {
            asSystem.run(() -> runtime.createMessageCorrelation("wubu.urgedWorkDone")
                    .processInstanceBusinessKey(move.number())
                    .correlateAllWithResult());
        }
    }

    private static String nameOf(DelegateExecution execution, String step) {
        var element = execution.getBpmnModelInstance().getModelElementById(step);
        return element == null ? step : element.getAttributeValue("name");
    }
}

package io.wubu.flow.interview;

import io.wubu.interviews.Demand;
import io.wubu.interviews.InterviewState;
import io.wubu.interviews.Interviews;
import io.wubu.interviews.Requirement;
import io.wubu.interviews.Requirements;
import io.wubu.lawclock.LawClock;
import io.wubu.records.Step;
import io.wubu.shared.Actor;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 下达整改要求: every joined problem gets what the interview demands, until the earliest date or its own. */
@Component("demandRectification")
class DemandRectification implements JavaDelegate {

    private final Interviews interviews;
    private final Requirements requirements;
    private final InterviewDemands demands;
    private final LawClock clock;

    DemandRectification(Interviews interviews, Requirements requirements, InterviewDemands demands, LawClock clock) {
        this.interviews = interviews;
        this.requirements = requirements;
        this.demands = demands;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var demand = common(requirements.of(number));
        interviews.move(
                number,
                Step.of(
                                "demandRectification",
                                "下达整改要求",
                                Actor.SYSTEM,
                                InterviewState.DEMANDING,
                                InterviewState.PLANNING)
                        .with(Map.of("整改要求", demand.text(), "最早时限", demand.due().toString()), List.of())
                        .setting("demand", demand.text())
                        .setting("demand_due", demand.due())
                        .setting("demanded_at", clock.now()));
        demands.giveAll(number, demand);
    }

    private static Demand common(List<Requirement> made) {
        var text = made.stream().map(Requirement::text).collect(Collectors.joining("；"));
        LocalDate due = made.stream()
                .map(Requirement::dueOn)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Demand(text, due);
    }
}

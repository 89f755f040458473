package io.wubu.flow.teamcheck;

import io.wubu.campaigns.Campaigns;
import io.wubu.campaigns.Point;
import io.wubu.campaigns.RoundPoints;
import io.wubu.flow.dates.OverdueWorkDone;
import io.wubu.flow.supervisionround.RoundNumber;
import io.wubu.lawclock.LawClock;
import io.wubu.regions.Regions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** {@code ${teamPoints…}}: the drawn points of the team's city; the loop's counter says which one is meant. */
@Component("teamPoints")
public class TeamPoints {

    static final String TURN = "loopCounter";

    private final RoundPoints points;
    private final Campaigns campaigns;
    private final Regions regions;
    private final LawClock clock;
    private final ApplicationEventPublisher events;

    TeamPoints(
            RoundPoints points,
            Campaigns campaigns,
            Regions regions,
            LawClock clock,
            ApplicationEventPublisher events) {
        this.points = points;
        this.campaigns = campaigns;
        this.regions = regions;
        this.clock = clock;
        this.events = events;
    }

    /** How many points the team has to check. */
    public int count(DelegateExecution execution) {
        var number = RoundNumber.parse(execution.getProcessBusinessKey());
        return points.of(number.round(), number.city()).size();
    }

    /** Writes on the task which point it is about. */
    public void describe(DelegateTask task) {
        var point = point(task.getExecution().getProcessBusinessKey(), task);
        task.setDescription("%s｜%s｜%s（%s）"
                .formatted(
                        "RD-" + point.roundCode(),
                        regions.get(point.regionCode()).name(),
                        point.name(),
                        point.kind().chinese()));
    }

    /** Whether a problem, or a refusal, was found at the point. */
    public boolean hasProblem(DelegateExecution execution) {
        return point(execution.getProcessBusinessKey(), execution).problemNumber() != null;
    }

    /** The team is through: whoever was told that it was late need not urge any more. */
    public void allChecked(DelegateExecution execution) {
        var number = execution.getProcessBusinessKey();
        var visit = RoundNumber.parse(number);
        var last = campaigns.round(visit.round()).endsOn();
        if (clock.now().isAfter(clock.endOfOffice(last, visit.city()))) {
            events.publishEvent(new OverdueWorkDone(number, "checkPoints"));
        }
    }

    /** The point whose turn it is. */
    Point point(String businessKey, VariableScope scope) {
        var number = RoundNumber.parse(businessKey);
        return points.get(number.round(), number.city(), (Integer) scope.getVariable(TURN) + 1);
    }
}

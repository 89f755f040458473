package io.wubu.flow.specialsupervision;

import io.wubu.flow.dates.Deadlines;
import io.wubu.inspections.Demand;
import io.wubu.inspections.Inspections;
import io.wubu.lawclock.LawClock;
import io.wubu.limits.LimitStart;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import io.wubu.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Puts what the special supervision demands into the ledger: requirement and new date of each problem. */
@Component
public class SpecialDemands {

    private final Inspections inspections;
    private final Problems problems;
    private final SpecialMessages messages;
    private final Deadlines deadlines;
    private final LawClock clock;

    SpecialDemands(
            Inspections inspections, Problems problems, SpecialMessages messages, Deadlines deadlines, LawClock clock) {
        this.inspections = inspections;
        this.problems = problems;
        this.messages = messages;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Gives every joined problem its demand and lets it go on. */
    void giveAll(String inspection) {
        var demand = inspections.get(inspection).inForce();
        if (demand == null) {
            throw new IllegalStateException("no demand is written: " + inspection);
        }
        for (var problem : inspections.openProblems(inspection)) {
            give(problem, inspection, demand);
            messages.demanded(problem);
        }
    }

    /** Gives one problem the demand; a date gone by is replaced. */
    public void give(String problem, String inspection, Demand demand) {
        var limit = limit(problem, demand.due());
        var due = clock.due(limit.term(), clock.almanac());
        problems.move(
                problem,
                Move.of("specialDemanded", "专项督察整改要求", Actor.SYSTEM, List.of(State.SPECIAL), null)
                        .with(
                                Map.of(
                                        "专项督察编号",
                                        inspection,
                                        "整改要求",
                                        demand.text(),
                                        "整改时限",
                                        clock.dateOf(due).toString()),
                                List.of())
                        .limitedBy(limit));
    }

    private LimitStart limit(String problem, LocalDate day) {
        var region = problems.get(problem).regionCode();
        return clock.endOfOffice(day, region).isAfter(clock.now())
                ? LimitStart.until(clock.now(), day, region, "专项督察整改要求")
                : deadlines.starting("rectifyAfterSpecial", problem);
    }
}

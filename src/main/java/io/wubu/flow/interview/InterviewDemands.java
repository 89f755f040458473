package io.wubu.flow.interview;

import io.wubu.flow.dates.Deadlines;
import io.wubu.interviews.Demand;
import io.wubu.interviews.Interviews;
import io.wubu.interviews.Requirement;
import io.wubu.interviews.Requirements;
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

/** Puts what the interview demands into the ledger: requirement and new date of each problem. */
@Component
public class InterviewDemands {

    private final Interviews interviews;
    private final Requirements requirements;
    private final Problems problems;
    private final InterviewMessages messages;
    private final Deadlines deadlines;
    private final LawClock clock;

    InterviewDemands(
            Interviews interviews,
            Requirements requirements,
            Problems problems,
            InterviewMessages messages,
            Deadlines deadlines,
            LawClock clock) {
        this.interviews = interviews;
        this.requirements = requirements;
        this.problems = problems;
        this.messages = messages;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /** Gives every joined problem its demand and lets it go on. */
    void giveAll(String interview, Demand demand) {
        for (var problem : interviews.openProblems(interview)) {
            give(problem, interview, demand);
            messages.demanded(problem);
        }
    }

    /** Gives one problem its own requirement if there is one, else the common one; a date gone by is replaced. */
    public void give(String problem, String interview, Demand demand) {
        var own = requirements.of(interview).stream()
                .filter(requirement -> problem.equals(requirement.problem()))
                .findFirst()
                .map(InterviewDemands::demand)
                .orElse(demand);
        var limit = limit(problem, own.due());
        var due = clock.due(limit.term(), clock.almanac());
        problems.move(
                problem,
                Move.of("interviewDemanded", "约谈整改要求", Actor.SYSTEM, List.of(State.INTERVIEW), null)
                        .with(
                                Map.of(
                                        "约谈编号",
                                        interview,
                                        "整改要求",
                                        own.text(),
                                        "整改时限",
                                        clock.dateOf(due).toString()),
                                List.of())
                        .limitedBy(limit));
    }

    private LimitStart limit(String problem, LocalDate day) {
        var region = problems.get(problem).regionCode();
        return clock.endOfOffice(day, region).isAfter(clock.now())
                ? LimitStart.until(clock.now(), day, region, "约谈整改要求")
                : deadlines.starting("rectifyAfterInterview", problem);
    }

    private static Demand demand(Requirement requirement) {
        return new Demand(requirement.text(), requirement.dueOn());
    }
}

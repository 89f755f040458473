package io.wubu.flow.closure;

import io.wubu.closure.Closures;
import io.wubu.people.Role;
import io.wubu.problems.Move;
import io.wubu.problems.Problem;
import io.wubu.problems.Problems;
import io.wubu.shared.Actor;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** {@code ${closureCase…}}: what the level table asks, what it answered, and when the notice ends. */
@Component("closureCase")
public class ClosureCase {

    private final Problems problems;
    private final Closures closures;

    ClosureCase(Problems problems, Closures closures) {
        this.problems = problems;
        this.closures = closures;
    }

    /** Where the problem came from. */
    public String source(DelegateExecution execution) {
        return problem(execution).source();
    }

    /** Whether it is publicly listed (挂牌督办). */
    public boolean listed(DelegateExecution execution) {
        return problem(execution).has("LISTED");
    }

    /** Records who accepts, signs and files this closure. */
    public void levelDecided(DelegateExecution execution, DmnDecisionResult result) {
        var row = result.getSingleResult();
        var problem = problem(execution);
        var content = Map.<String, Object>of(
                "验收", chinese(row.getEntry("acceptor")),
                "审签", chinese(row.getEntry("signer")),
                "备案复核", chinese(row.getEntry("recorder")),
                "复核比例", row.getEntry("recheckPercent") + "%");
        problems.move(
                problem.number(),
                Move.of("decideLevel", "确定销号层级", Actor.SYSTEM, List.of(problem.state()), null)
                        .with(content, List.of())
                        .under("销号层级"));
    }

    /** Midnight after the last day of the notice in force. */
    public Date noticeEndsAt(DelegateExecution execution) {
        return Date.from(closures.noticeEndsAt(execution.getProcessBusinessKey()));
    }

    private Problem problem(DelegateExecution execution) {
        return problems.get(execution.getProcessBusinessKey());
    }

    private static String chinese(String role) {
        return Role.valueOf(role).chinese();
    }
}

package io.wubu.flow.teamcheck;

import io.wubu.flow.fivestep.Starts;
import io.wubu.problems.Problems;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 登记立案，转五步法: the problem found at the point begins its own life. */
@Component("registerProblem")
class RegisterProblem implements JavaDelegate {

    private final TeamPoints points;
    private final Problems problems;
    private final Starts starts;

    RegisterProblem(TeamPoints points, Problems problems, Starts starts) {
        this.points = points;
        this.problems = problems;
        this.starts = starts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var point = points.point(execution.getProcessBusinessKey(), execution);
        var problem = problems.get(Objects.requireNonNull(point.problemNumber()));
        starts.begin(problem.number(), problem.regionCode());
    }
}

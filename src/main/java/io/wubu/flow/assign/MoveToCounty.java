package io.wubu.flow.assign;

import io.wubu.flow.places.RegionMoves;
import io.wubu.problems.Problems;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** 转到县区: from here on the case belongs to the county the city chose. */
@Component("moveToCounty")
class MoveToCounty implements JavaDelegate {

    private final Problems problems;
    private final RegionMoves moves;

    MoveToCounty(Problems problems, RegionMoves moves) {
        this.problems = problems;
        this.moves = moves;
    }

    @Override
    public void execute(DelegateExecution execution) {
        moves.move(execution, problems.get(execution.getProcessBusinessKey()).regionCode());
    }
}

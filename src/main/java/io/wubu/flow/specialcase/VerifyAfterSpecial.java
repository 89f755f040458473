package io.wubu.flow.specialcase;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.inspections.Inspections;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 督察核实: the inspection team verifies on site whether the problem is rectified. */
@Component("verifyAfterSpecial")
class VerifyAfterSpecial extends PaperTask {

    private final Problems problems;
    private final Inspections inspections;

    VerifyAfterSpecial(Problems problems, Inspections inspections) {
        this.problems = problems;
        this.inspections = inspections;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var rectified = paper.is("conclusion", "RECTIFIED");
        problems.move(
                number(task),
                Move.of(
                                "verifyAfterSpecial",
                                rectified ? "督察核实到位" : "督察核实未到位",
                                paper.by().actor(),
                                List.of(State.SPECIAL),
                                rectified ? State.PATROL_VERIFIED : null)
                        .with(paper.written(), paper.photos()));
        inspections.settle(number(task), rectified);
        task.setVariable("rectified", rectified);
    }
}

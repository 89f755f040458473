package io.wubu.flow.assign;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 审批方案: the county's leader agrees, or sends the plan back with a reason. */
@Component("approvePlan")
class ApprovePlan extends PaperTask {

    private final Problems problems;

    ApprovePlan(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var approved = paper.is("decision", "APPROVE");
        problems.move(
                number(task),
                Move.of(
                                "approvePlan",
                                approved ? "方案同意" : "方案退回",
                                paper.by().actor(),
                                List.of(State.PLANNED),
                                approved ? State.RECTIFYING : State.CLAIMED)
                        .with(paper.written(), paper.photos()));
        task.setVariable("planApproved", approved);
    }
}

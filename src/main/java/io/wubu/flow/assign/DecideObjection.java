package io.wubu.flow.assign;

import io.wubu.flow.papers.FilledPaper;
import io.wubu.flow.papers.PaperTask;
import io.wubu.problems.Move;
import io.wubu.problems.Problems;
import io.wubu.problems.State;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/** 裁定异议: the office withdraws the problem or holds the city to it. */
@Component("decideObjection")
class DecideObjection extends PaperTask {

    private final Problems problems;

    DecideObjection(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected void handIn(FilledPaper paper, DelegateTask task) {
        var upheld = paper.is("decision", "UPHELD");
        problems.move(
                number(task),
                Move.of(
                                "decideObjection",
                                upheld ? "异议成立，撤回" : "异议不成立",
                                paper.by().actor(),
                                List.of(State.DISPUTED),
                                upheld ? State.WITHDRAWN : State.SIGNED)
                        .with(paper.written(), paper.photos()));
        task.setVariable("objectionUpheld", upheld);
    }
}
